import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { decideGivenGrant } from '../../../src/domain/credits/decideGivenGrant';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { expireGrants } from '../../../src/use-cases/expireGrants';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

const BEFORE = '2028-02-28T12:00:00.000Z';
const END = '2028-02-29T12:00:00.000Z';

let pool: Pool;
let ledger: Ledger;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  ledger = buildLedger(pool, { now: () => new Date(BEFORE) });
  for (const account of ['1', '2', '3']) {
    await give(account, 2, END);
    await give(account, 1, undefined);
  }
});
afterEach(() => close());

const give = (account: string, amountCredits: number, expiresAt: string | undefined) =>
  ledger.appendDecided({ billingAccountId: account, occurredAt: BEFORE }, (view) =>
    decideGivenGrant(
      {
        key: `given:${account}:${amountCredits}`,
        source: 'goodwill',
        amountCredits,
        expiresAt,
        reason: 'why',
        actor: { kind: 'operator', name: 'Ann' },
      },
      view,
      BEFORE,
    ),
  );
const expireAt = (time: string, limit = 10) =>
  expireGrants({ ledger, clock: { now: () => new Date(time) } }, limit);

describe('expireGrants', () => {
  it('books what is left at the very instant of the end, not a millisecond before', async () => {
    expect(await expireAt('2028-02-29T11:59:59.999Z')).toEqual({ accountCount: 0, entryCount: 0 });
    expect(await expireAt(END)).toEqual({ accountCount: 3, entryCount: 3 });
    expect((await ledger.readTotals('1')).balanceCredits).toBe(1);
  });

  it('books each end once, and goes on where a bounded run has stopped', async () => {
    expect(await expireAt(END, 2)).toEqual({ accountCount: 2, entryCount: 2 });
    expect(await expireAt(END, 2)).toEqual({ accountCount: 1, entryCount: 1 });
    expect(await expireAt(END, 2)).toEqual({ accountCount: 0, entryCount: 0 });
  });

  it('books once when two replicas run at the same time', async () => {
    const [one, other] = await Promise.all([expireAt(END), expireAt(END)]);
    expect(one.entryCount + other.entryCount).toBe(3);
  });
});
