import type { Pool } from 'pg';
import type { DebitEntry, GrantEntry, NewEntry, RefundEntry } from '../../../src/domain/credits/newEntry';
import { inTransaction } from '../../../src/adapters/postgres/inTransaction';
import { appendPlan } from '../../../src/adapters/postgres/ledger/appendPlan';
import { lockState } from '../../../src/adapters/postgres/ledger/lockState';
import { buildPlan, planEntries } from '../../../src/adapters/postgres/ledger/planEntries';
import { NOW } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

const snapshot = {
  grade: 'verified_email',
  partnerLevel: undefined,
  spendCents: 0,
  billingReadAt: NOW,
} as const;
const actor = { kind: 'rule' } as const;

const grant = (n: number, amountCredits = 1): GrantEntry => ({
  kind: 'grant',
  key: `grant:spend:1001:${n}`,
  source: 'spend',
  amountCredits,
  isPaid: false,
  effectiveAt: NOW,
  expiresAt: undefined,
  repays: [],
  proof: {},
  actor,
  spendStep: n,
});
const debit = (key: string, grantKey: string, problemId = 'zt_7'): DebitEntry => ({
  kind: 'debit',
  key,
  problemId,
  ticketId: '7',
  amountCredits: 1,
  allocations: [{ grantKey, amountCredits: 1 }],
  snapshot,
  actor,
});
const refund = (key: string, debitKey: string): RefundEntry => ({
  kind: 'refund',
  key,
  debitKey,
  problemId: 'zt_7',
  ticketId: '7',
  amountCredits: 1,
  allocations: [{ grantKey: 'grant:spend:1001:1', amountCredits: 1 }],
  reopens: [],
  reason: 'goodwill',
  actor,
});

/** Appends past the rules, each plan by a statement of its own: only the guards stand between them and the ledger. */
const appendPlans = (plans: NewEntry[][], grantIds?: Map<string, string>) =>
  inTransaction(pool, async (client) => {
    const wanted = { billingAccountIds: ['1001'], problemIds: [], commandIds: [], ticketIds: [] };
    let account = (await lockState(client, wanted)).accounts.get('1001')!;
    for (const entries of plans) {
      const { rows } = await client.query<{ key: string; id: string }>(
        'select key, entry_id as id from support_credits.grants',
      );
      const plan = buildPlan();
      account = planEntries(plan, account, entries, { occurredAt: NOW, recordedAt: NOW });
      await appendPlan(client, plan, [account], grantIds ?? new Map(rows.map(({ key, id }) => [key, id])));
    }
  });
const append = (...entries: NewEntry[]) => appendPlans(entries.map((entry) => [entry]));
const appendAtOnce = (...entries: NewEntry[]) => appendPlans([entries]);

describe('the guards of the schema', () => {
  it('refuse an entry that takes from a grant which is not there', async () => {
    await append(grant(1));
    const astray = new Map([['grant:spend:1001:1', '4711']]);
    await expect(appendPlans([[debit('debit:zt_7:0', 'grant:spend:1001:1')]], astray)).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('refuse a second open charge of one problem', async () => {
    await append(grant(1), grant(2), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await expect(append(debit('debit:zt_7:1', 'grant:spend:1001:2'))).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('refuse two open charges of one problem in one statement', async () => {
    await append(grant(1), grant(2));
    const first = debit('debit:zt_7:0', 'grant:spend:1001:1');
    const second = debit('debit:zt_7:1', 'grant:spend:1001:2');
    await expect(appendAtOnce(first, second)).rejects.toMatchObject({ code: '23505' });
  });

  it('let one statement give back and charge again, and keep the new charge open', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await appendAtOnce(
      refund('refund:debit:zt_7:0', 'debit:zt_7:0'),
      debit('debit:zt_7:1', 'grant:spend:1001:1'),
    );
    const { rows } = await pool.query(
      `select open_charge.problem_id, entry.key from support_credits.open_charges open_charge
         join support_credits.ledger_entries entry on entry.id = open_charge.entry_id`,
    );
    expect(rows).toEqual([{ problem_id: 'zt_7', key: 'debit:zt_7:1' }]);
  });

  it('refuse a refund of a debit that is no open charge', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await pool.query('delete from support_credits.open_charges');
    await expect(append(refund('refund:one', 'debit:zt_7:0'))).rejects.toMatchObject({ code: '23001' });
    // Put back, so that the ledger adds up at the end.
    await pool.query(
      `insert into support_credits.open_charges (problem_id, entry_id)
       select problem_id, id from support_credits.ledger_entries where key = 'debit:zt_7:0'`,
    );
  });

  it('refuse to take more from a grant than is left of it', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await expect(append(debit('debit:zt_8:0', 'grant:spend:1001:1', 'zt_8'))).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('refuse a second refund of one debit, even under another key', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'), refund('refund:one', 'debit:zt_7:0'));
    await expect(append(refund('refund:two', 'debit:zt_7:0'))).rejects.toMatchObject({ code: '23505' });
  });

  it('refuse a refund of something that is no debit', async () => {
    await append(grant(1));
    await expect(append(refund('refund:one', 'grant:spend:1001:1'))).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
    await expect(append(refund('refund:two', 'debit:never'))).rejects.toMatchObject({ code: '23514' });
  });

  it('refuse a refund of a debit of another account', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    const toOther = `insert into support_credits.ledger_entries (credit_account_id, account_seq, kind, key, input_hash,
        amount_credits, balance_after_credits, problem_id, ticket_id, refunded_entry_id, reason, actor, occurred_at,
        recorded_at, entry_hash)
      select other.id, 1, 'refund', 'refund:one', input_hash, 1, 1, problem_id, ticket_id, entry.id, 'goodwill', actor,
             occurred_at, recorded_at, entry_hash
        from support_credits.ledger_entries entry, support_credits.credit_accounts other
       where entry.key = 'debit:zt_7:0' and other.billing_account_id = '1002'`;
    await pool.query("insert into support_credits.credit_accounts (billing_account_id) values ('1002')");
    await expect(pool.query(toOther)).rejects.toMatchObject({ code: '23001' });
  });

  it('refuse an entry of an account that is not there', async () => {
    await append(grant(1));
    const astray = `insert into support_credits.ledger_entries (credit_account_id, account_seq, kind, key, input_hash,
        amount_credits, balance_after_credits, reason, proof, moves, actor, occurred_at, recorded_at, entry_hash)
      select 0, 1, kind, 'grant:spend:1002:1', input_hash, 1, 1, reason, proof, moves, actor, occurred_at, recorded_at,
             entry_hash from support_credits.ledger_entries`;
    await expect(pool.query(astray)).rejects.toMatchObject({ code: '23503' });
  });

  it.each([
    ['an entry', 'select 0, entry_id, 1 from support_credits.grants'],
    ['a grant', 'select id, 0, 1 from support_credits.ledger_entries'],
  ])('refuse an allocation of %s that is not there', async (_what, rows) => {
    await append(grant(1));
    await expect(
      pool.query(
        `insert into support_credits.allocations (entry_id, grant_entry_id, amount_credits) ${rows}`,
      ),
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('refuse to change or remove what was written', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    const attempts = [
      'update support_credits.ledger_entries set amount_credits = 2',
      'delete from support_credits.ledger_entries',
      'truncate support_credits.ledger_entries cascade',
      'update support_credits.allocations set amount_credits = 2',
      'delete from support_credits.allocations',
      'delete from support_credits.grants',
      'delete from support_credits.credit_accounts',
    ];
    for (const sql of attempts) await expect(pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('refuse amounts below one', async () => {
    await expect(append(grant(1, 0))).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the key of an entry', () => {
  it('is taken once, forever', async () => {
    await append(grant(1));
    await expect(append(grant(1))).rejects.toMatchObject({ code: '23505' });
    await expect(append(grant(1, 5))).rejects.toMatchObject({ code: '23505' });
    const { rows } = await pool.query('select balance_credits from support_credits.credit_accounts');
    expect(rows).toEqual([{ balance_credits: 1 }]);
  });
});
