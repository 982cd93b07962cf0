import fc from 'fast-check';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { Lives } from './random-lives/Lives';
import { lifeStep } from './random-lives/lifeSteps';
import { readFaults } from './random-lives/readFaults';
import { readForgotten } from './random-lives/readForgotten';
import { runQueuedLooks } from './runQueuedLooks';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(240_000);

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const countEntries = async () =>
  (await world.pool.query('select 1 from support_credits.ledger_entries')).rowCount;

/** What the sweep does: every ticket is looked at, in the order in which they were made. */
async function sweep(ticketIds: readonly string[]): Promise<void> {
  for (const ticketId of ticketIds) await reconcileTicket(world.deps, ticketId);
  await runQueuedLooks(world);
}

describe('random lives of tickets', () => {
  it('R1 to R13: end as the ledger says, whatever events were lost, and deciding again adds nothing', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(lifeStep, { minLength: 5, maxLength: 30 }), async (steps) => {
        const lives = new Lives(world, (run += 1) + 100);
        for (const { step, isEventLost } of steps) {
          const ticketId = lives.take(step);
          if (ticketId === undefined || isEventLost) continue;
          await reconcileTicket(world.deps, ticketId);
          await runQueuedLooks(world);
          expect(await readFaults(world, lives.ticketIds)).toEqual([]);
        }
        lives.take({ kind: 'billing', isDown: false });
        await sweep(lives.ticketIds);
        expect(await readForgotten(world, lives.ticketIds)).toEqual([]);
        const before = await countEntries();
        await sweep(lives.ticketIds);
        expect(await countEntries()).toBe(before);
        expect(await readFaults(world, lives.ticketIds)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
