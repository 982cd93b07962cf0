import { refreshAccount } from '../../../src/use-cases/billing/refreshAccount';
import type { World } from '../world';
import { openWorld } from '../world';

const EMAIL = 'client@client.test';
const HOUR_MS = 3_600_000;

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  await read(50_000);
});
afterEach(() => world.close());

/** Reads the account an hour later, with so much spend. */
async function read(spendCents: number, returnedCents = 0, policy = world.policy): Promise<void> {
  world.clock.advance(HOUR_MS);
  const returned = { loweredCents: returnedCents, payments: [{ id: '6', why: 'refund' as const }] };
  world.addClient('900', EMAIL, { spendCents, ...(returnedCents > 0 ? { returned } : {}) });
  await refreshAccount({ ...world.deps, policy }, '1001');
}

const balance = async () => (await world.ledger.readTotals('1001')).balanceCredits;
const takeWarnings = () =>
  world.lines.splice(0).flatMap(({ level, fields }) => (level === 'warn' ? [fields] : []));

describe('R7: charges that vanish from billing although no payment was returned', () => {
  it('take credits back when they were away for a day, and are warned of once', async () => {
    await read(0);
    expect(takeWarnings()).toEqual([
      { billingAccountId: '1001', fallenCents: 50_000, clawbackDelayHours: 24 },
    ]);
    for (let hour = 1; hour < 24; hour += 1) await read(0);
    expect(await balance()).toBe(5);
    await read(0);
    expect(await balance()).toBe(0);
    expect(takeWarnings()).toEqual([]);
  });

  it('take nothing when they are back before that', async () => {
    await read(0);
    for (let hour = 0; hour < 30; hour += 1) await read(50_000);
    await read(0);
    expect(await balance()).toBe(5);
    const entries = await world.ledger.readEntries('1001', 10);
    expect(entries.map(({ kind }) => kind)).toEqual(['grant', 'grant', 'grant', 'grant', 'grant']);
  });

  it('keep no returned payment from taking back what it earned at once', async () => {
    await read(20_000, 10_000);
    expect(await balance()).toBe(4);
  });

  it('take credits back at once where the policy waits for nothing', async () => {
    const spend = { ...world.policy.spend, clawbackDelayHours: 0 };
    await read(20_000, 0, { ...world.policy, spend });
    expect(await balance()).toBe(2);
    expect(takeWarnings()).toEqual([]);
  });
});
