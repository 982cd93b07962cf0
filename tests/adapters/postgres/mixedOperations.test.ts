import type { Pool } from 'pg';
import { addUpCounts } from '../../../src/adapters/postgres/reports/addUpCounts';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { verifyLedger } from '../../../src/use-cases/verifyLedger';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { buildDecisionLog, endOf, entriesOf } from './mixed-operations/decisionLog';
import { drawOperations } from './mixed-operations/drawOperations';
import type { Operation } from './mixed-operations/drawOperations';
import { performOperation } from './mixed-operations/performOperation';
import type { Replica } from './mixed-operations/performOperation';
import { applyPlainly, startPlainAccount } from './mixed-operations/plainAccount';
import { readAccountRows, toRows } from './mixed-operations/readAccountRows';
import { ACCOUNTS, timeAt } from './mixed-operations/world';

jest.setTimeout(600_000);

/** What one caller has in hand at the same time, as a bridge works on several tickets at once. */
const IN_HAND = 5;
const ADD_UP_EVERY = 500;
/** How far the clock of the second replica is ahead. */
const AHEAD_MS = 90_000;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const log = buildDecisionLog();
const failures: unknown[] = [];
let pool: Pool;
let close: () => Promise<void>;

/** 20 callers, 2,000 operations each, at two replicas with pools of their own over one database. */
beforeAll(async () => {
  const opened = await openTestLedger();
  ({ pool } = opened);
  const otherPool = buildPool({ connectionString: opened.url, logger: silent });
  close = async () => {
    await otherPool.end();
    await opened.close();
  };
  const replicas = [
    { ledger: opened.ledger, log, aheadMs: 0 },
    {
      ledger: buildLedger(otherPool, { now: () => new Date() }),
      log,

      aheadMs: AHEAD_MS,
    },
  ];
  const callers = drawOperations().map((operations, caller) => call(replicas[caller % 2]!, operations));
  await Promise.all(callers);
});
afterAll(() => close());

async function call(replica: Replica & { aheadMs: number }, operations: Operation[]): Promise<void> {
  for (let first = 0; first < operations.length; first += IN_HAND) {
    const inHand = operations.slice(first, first + IN_HAND).map((operation, nth) => {
      const now = timeAt(first + nth, replica.aheadMs);
      return performOperation(replica, operation, first + nth, now);
    });
    // Both replicas add up the counts of reports meanwhile; `close` compares them with the ledger.
    if (first % ADD_UP_EVERY === 0) inHand.push(addUpCounts(pool).then(() => undefined));
    const outcomes = await Promise.allSettled(inHand);
    failures.push(...outcomes.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : [])));
  }
}

describe('20 callers with 2,000 mixed operations each over 10 accounts, at two replicas', () => {
  it('meet no error: no deadlock, no broken guard, no key taken by two', () => {
    expect(failures).toEqual([]);
  });

  it('write every kind of entry a hundred times and more', async () => {
    const { rows } = await pool.query<{ kind: string; amount: string }>(
      'select kind, count(*) as amount from support_credits.ledger_entries group by kind',
    );
    expect(rows.map((row) => row.kind).sort()).toEqual([
      'adjustment',
      'clawback',
      'debit',
      'expiry',
      'grant',
      'refund',
      'waiver',
    ]);
    expect(rows.filter((row) => Number(row.amount) < 100)).toEqual([]);
  });

  it.each(ACCOUNTS)('leave account %s as the same operations do one after the other', async (id) => {
    const rows = await readAccountRows(pool, id);
    const decisions = log.ofAccount(id);
    // Each was decided once (a batch that failed as a whole would be decided again), in the order that the entries keep.
    expect(rows.entries.map((each) => each.key)).toEqual(
      decisions.flatMap((each) => entriesOf(each).map((entry) => entry.key)),
    );
    const balanceAfter = new Map(rows.entries.map((each) => [each.key, each.balance]));
    const account = startPlainAccount(id);
    const differing = decisions.filter((each) => {
      const expected = { end: applyPlainly(account, each), balance: account.model.countBalance() };
      const last = entriesOf(each).pop();
      const balance = last === undefined ? expected.balance : balanceAfter.get(last.key);
      return endOf(each) !== expected.end || balance !== expected.balance;
    });
    expect(differing.slice(0, 1)).toEqual([]);
    expect(rows).toEqual({ ...toRows(account), entries: rows.entries });
  });

  it('answer each repeat of a key by what was recorded for it first', () => {
    const recorded = new Map(
      log.answers.filter(({ outcome }) => outcome === 'appended').map(({ given }) => [given.key, given]),
    );
    const repeats = log.answers.filter(({ outcome }) => outcome !== 'appended' && outcome !== 'refused');
    const wrong = repeats.filter(({ given, outcome }) => {
      const isSame = recorded.get(given.key)?.credits === given.credits;
      return outcome !== (isSame ? 'already_recorded' : 'key_reused');
    });
    expect(wrong).toEqual([]);
    expect(new Set(repeats.map(({ outcome }) => outcome)).size).toBe(2);
  });

  it('leave a ledger that verifies from the first entry to the last', async () => {
    const verdict = await verifyLedger(buildLedgerProof(pool), () => undefined);
    const { rows } = await pool.query<{ amount: string }>(
      'select count(*) as amount from support_credits.ledger_entries',
    );
    const expected = { accountCount: ACCOUNTS.length, entryCount: Number(rows[0]?.amount), bad: undefined };
    expect(verdict).toEqual(expected);
  });
});
