import type { Pool } from 'pg';
import { buildLedgerProof } from '../../../../src/adapters/postgres/verify/buildLedgerProof';
import { buildPool } from '../../../../src/adapters/postgres/buildPool';
import { buildLedger } from '../../../../src/adapters/postgres/buildLedger';
import { ALLOCATIONS } from '../../../../src/adapters/postgres/verify/allocationsSql';
import { verifyLedger } from '../../../../src/use-cases/verifyLedger';
import { createTestDatabase } from '../../../helpers/database/testDatabase';
import type { TestDatabase } from '../../../helpers/database/testDatabase';
import { seedEveryKind } from '../../../helpers/database/seedEveryKind';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = buildPool({ connectionString: database.url, logger: silent });
  const ledger = buildLedger(pool, { now: () => new Date() });
  await seedEveryKind(ledger, '1001');
  await seedEveryKind(ledger, '1002');
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const verify = () => verifyLedger(buildLedgerProof(pool), () => undefined);

/** Writes past every trigger, foreign keys included, as only the owner of the database can. */
async function tamper(sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`set session_replication_role = replica; ${sql}; reset session_replication_role`);
  } finally {
    client.release();
  }
}

const E = 'support_credits.ledger_entries';
const ofKey = (key: string) => `(select id from ${E} where key = '${key}')`;
const FIRST = 'given:1002:first';
const DEBIT_1 = 'debit:zt_1002_1:0';
const DEBIT_2 = 'debit:zt_1002_2:0';
const REFUND = 'refund:debit:zt_1002_1:0';
const WAIVER = 'waiver:zt_1002_3:0';
const FIX = 'given:1002:fix';
const SECOND = 'given:1002:second';
const account = (change: string) =>
  `update support_credits.credit_accounts set ${change} where billing_account_id = '1002'`;
const entry = (key: string, change: string) => `update ${E} set ${change} where key = '${key}'`;

describe('verifyLedger', () => {
  it('proves a ledger with entries of every kind, and counts them', async () => {
    expect(await verify()).toEqual({ accountCount: 2, entryCount: 20, bad: undefined });
  });

  it('proves an empty ledger', async () => {
    await tamper(
      'truncate support_credits.credit_accounts, support_credits.ledger_entries, support_credits.allocations, support_credits.open_charges cascade',
    );
    expect(await verify()).toEqual({ accountCount: 0, entryCount: 0, bad: undefined });
  });

  it.each([
    ['an amount', entry(FIRST, 'amount_credits = 4'), FIRST, /balance after it/],
    ['a balance after', entry(DEBIT_2, 'balance_after_credits = 9'), DEBIT_2, /balance after it/],
    ['a reason', entry(REFUND, `reason = 'hotfix'`), REFUND, /hash chain/],
    ['a time', entry(DEBIT_2, `occurred_at = occurred_at - interval '1 day'`), DEBIT_2, /hash chain/],
    ['a proof', entry(FIX, `proof = '{"reason":"other"}'`), FIX, /hash chain/],
    ['an actor', entry(FIX, `actor = '{"kind":"rule"}'`), FIX, /hash chain/],
    ['a link', entry(WAIVER, `entry_hash = sha256('x')`), WAIVER, /hash chain/],
    ['a removed entry', `delete from ${E} where key = '${WAIVER}'`, FIX, /does not follow 4/],
    [
      'a removed last entry with all its traces',
      `delete from support_credits.allocations where entry_id = ${ofKey('debit:zt_1002_4:0')};
       delete from support_credits.open_charges where entry_id = ${ofKey('debit:zt_1002_4:0')};
       update support_credits.grants set remaining_credits = remaining_credits + 1 where key = 'given:1002:third';
       delete from ${E} where key = 'debit:zt_1002_4:0'`,
      undefined,
      /counts 10 entries, 9/,
    ],
    [
      'a removed account',
      `delete from support_credits.credit_accounts where billing_account_id = '1002'`,
      FIRST,
      /account is not there/,
    ],
    ['a stored balance', account('balance_credits = 7'), undefined, /balance says 7/],
    ['a stored count', account('entry_count = 11'), undefined, /counts 11 entries/],
    ['a stored end of the chain', account(`last_hash = sha256('x')`), undefined, /end of its hash chain/],
    ['a stored debt', account('debt_credits = 3'), undefined, /debt says 3/],
    ['a total of used credits', account('used_credits = 0'), undefined, /used credits/],
    ['a total of returned credits', account('returned_credits = 0'), undefined, /returned credits/],
    ['a total of earned credits', account('earned_credits = 1'), undefined, /earned credits/],
    ['a total of bought credits', account('bought_credits = 1'), undefined, /bought credits/],
    ['a count of spend grants', account('spend_grant_count = 1'), undefined, /earned by spend/],
    [
      'what is left of a grant',
      `update support_credits.grants set remaining_credits = 1 where key = '${SECOND}'`,
      SECOND,
      /the allocations leave/,
    ],
    [
      'what was granted',
      `update support_credits.grants set amount_credits = 9 where key = '${SECOND}'`,
      SECOND,
      /something else/,
    ],
    ...[`is_paid = not is_paid`, `effective_at = '2020-01-01'`, `expires_at = '2099-01-01'`].map(
      (change): [string, string, string, RegExp] => [
        `the terms of a grant: ${change}`,
        `update support_credits.grants set ${change} where key = '${SECOND}'`,
        SECOND,
        /at other times/,
      ],
    ),
    ['a removed grant', `delete from support_credits.grants where key = '${SECOND}'`, SECOND, /not there/],
    [
      'an allocation of a debit',
      `delete from support_credits.allocations where entry_id = ${ofKey(DEBIT_2)}`,
      FIRST,
      /the allocations leave/,
    ],
    [
      'a debit paid by another grant',
      `update support_credits.allocations set grant_entry_id = ${ofKey(SECOND)} where entry_id = ${ofKey(DEBIT_2)}`,
      FIRST,
      /the allocations leave/,
    ],
    [
      'a debt',
      `update support_credits.debts set amount_credits = 1 where entry_id = ${ofKey(FIX)}`,
      FIX,
      /do not make its amount/,
    ],
    [
      'an open charge',
      `delete from support_credits.open_charges where entry_id = ${ofKey(WAIVER)}`,
      WAIVER,
      /not among the open/,
    ],
    [
      'a refunded debit that is open',
      `insert into support_credits.open_charges values ('zt_1002_1', ${ofKey(DEBIT_1)})`,
      DEBIT_1,
      /does not belong/,
    ],
  ])('names the row when somebody changed %s', async (_what, sql, entryKey, wrong) => {
    await tamper(sql);
    const { bad } = await verify();
    expect(bad).toMatchObject({ wrong: expect.stringMatching(wrong) });
    expect(bad?.entryKey).toBe(entryKey);
  });

  it('names a debit that is said to have taken from another grant, even when all sums still fit', async () => {
    await tamper(
      `update support_credits.allocations set grant_entry_id = ${ofKey('given:1002:third')}
        where entry_id = ${ofKey(DEBIT_1)};
       update support_credits.grants set remaining_credits = remaining_credits + 1 where key = '${FIRST}';
       update support_credits.grants set remaining_credits = remaining_credits - 1 where key = 'given:1002:third'`,
    );
    expect((await verify()).bad).toMatchObject({
      entryKey: DEBIT_1,
      wrong: 'its allocations are not the moves that were recorded with it',
    });
  });

  it('names a refund that gave back to another grant than its debit took from, of before moves were recorded', async () => {
    await tamper(
      `update support_credits.allocations set grant_entry_id = ${ofKey('given:1002:third')}
        where entry_id = ${ofKey(DEBIT_1)};
       update support_credits.grants set remaining_credits = remaining_credits + 1 where key = '${FIRST}';
       update support_credits.grants set remaining_credits = remaining_credits - 1 where key = 'given:1002:third';
       update ${E} set moves = null where key in ('${DEBIT_1}', '${REFUND}')`,
    );
    const { rows } = await pool.query(ALLOCATIONS, ['0', '9']);
    expect(rows).toMatchObject([{ key: REFUND, wrong: expect.stringContaining('does not give back') }]);
  });

  it.each([
    [
      'an open charge of no entry',
      `insert into support_credits.open_charges values ('zt_none', 999)`,
      /zt_none/,
    ],
    [
      'an open charge of an entry that charges nothing',
      `insert into support_credits.open_charges values ('zt_none', ${ofKey(FIRST)})`,
      /stands among the open charges/,
    ],
    [
      'an allocation of no entry',
      `insert into support_credits.allocations values (998, ${ofKey(FIRST)}, 1)`,
      /names entry 998/,
    ],
    [
      'credits of a grant of another account',
      `update support_credits.allocations set grant_entry_id = ${ofKey('given:1001:third')} where entry_id = ${ofKey(DEBIT_1)};
       update support_credits.allocations set grant_entry_id = ${ofKey('given:1001:third')} where entry_id = ${ofKey(REFUND)}`,
      /of another account/,
    ],
    ['a debt of no entry', `insert into support_credits.debts values (998, 1, 0)`, /a debt stands/],
    [
      'a debt of another account',
      `insert into support_credits.debts values (${ofKey(DEBIT_2)}, 1, 0)`,
      /one of another account/,
    ],
  ])('names %s', async (_what, sql, wrong) => {
    await tamper(sql);
    expect((await verify()).bad?.wrong).toMatch(wrong);
  });

  it.each([
    ['the amount', 'amountCredits":1', 'amountCredits":2'],
    ['the grant', FIRST, 'given:1002:third'],
  ])('names an entry whose recorded moves say something else of %s', async (_what, from, to) => {
    await tamper(
      `update ${E} set moves = replace(moves::text, '${from}', '${to}')::json where key = '${DEBIT_1}'`,
    );
    const { rows } = await pool.query(ALLOCATIONS, ['0', '9']);
    expect(rows).toMatchObject([{ key: DEBIT_1, wrong: expect.stringContaining('recorded with it') }]);
  });

  it('names the first bad row when there are several', async () => {
    await tamper(entry(FIX, 'amount_credits = 1'));
    await tamper(`update ${E} set reason = 'x' where key = 'debit:zt_1001_2:0'`);
    expect((await verify()).bad).toMatchObject({
      billingAccountId: '1001',
      accountSeq: 3,
      entryKey: 'debit:zt_1001_2:0',
    });
  });
});
