import type { Pool } from 'pg';
import { claimMode } from '../../src/adapters/postgres/claimMode';
import type { LedgerMode } from '../../src/adapters/postgres/claimMode';
import { claimLedger } from '../../src/server/claimLedger';
import { openTestLedger } from '../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

const start = (mode: LedgerMode) => claimLedger((wanted) => claimMode(pool, wanted), mode);

describe('a ledger belongs to one mode', () => {
  it.each([
    ['live', 'shadow'],
    ['shadow', 'live'],
  ] as const)('from the first start on: taken by %s, it is refused to %s', async (first, other) => {
    await start(first);
    await expect(start(first)).resolves.toBeUndefined();
    await expect(start(other)).rejects.toMatchObject({
      problems: [expect.stringContaining(`holds the ledger of ${first} mode, and MODE is ${other}`)],
    });
  });

  it('also when two replicas of different modes start at once', async () => {
    const outcomes = await Promise.allSettled([start('live'), start('shadow')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
