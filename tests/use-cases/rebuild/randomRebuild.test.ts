import fc from 'fast-check';
import { Lives } from '../random-lives/Lives';
import { lifeStep } from '../random-lives/lifeSteps';
import { readFaults } from '../random-lives/readFaults';
import { openWorld } from '../world';
import type { World } from '../world';
import { lookAndShow, openLostWorld, readProblems, rebuild } from './rebuildWorld';

jest.setTimeout(240_000);

let world: World;
/** An empty ledger for the same helpdesk: no run has an account or a ticket in common with another. */
let lost: World;

beforeEach(async () => {
  world = await openWorld();
  lost = await openLostWorld(world);
});
afterEach(async () => {
  await lost.close();
  await world.close();
});

describe('rebuilding a ledger after random lives', () => {
  it('brings back each entry of tickets that were looked at after each change, and finds nothing to change', async () => {
    let run = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(lifeStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const lives = new Lives(world, (run += 1));
        for (const ticketId of lives.ticketIds) await lookAndShow(world, ticketId);
        for (const { step } of steps) {
          // That a ticket was gone for a while stands in no audit.
          if (step.kind === 'remove' || step.kind === 'restore') continue;
          const ticketId = lives.take(step);
          if (ticketId !== undefined) await lookAndShow(world, ticketId);
        }
        lives.take({ kind: 'billing', isDown: false });
        for (const ticketId of lives.ticketIds) await lookAndShow(world, ticketId);
        const before = await readProblems(world, String(run));
        const written = world.desk.updateCount;
        await rebuild(lost, lives.ticketIds);
        expect(await readProblems(lost, String(run))).toEqual(before);
        expect(world.desk.updateCount).toBe(written);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves a ledger that the tickets allow, whatever was lost, and adds nothing when it runs again', async () => {
    let run = 500;
    await fc.assert(
      fc.asyncProperty(fc.array(lifeStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const lives = new Lives(world, (run += 1));
        for (const { step, isEventLost } of steps) {
          const ticketId = lives.take(step);
          if (ticketId !== undefined && !isEventLost) await lookAndShow(world, ticketId);
        }
        lives.take({ kind: 'billing', isDown: false });
        await rebuild(lost, lives.ticketIds);
        expect(await readFaults(lost, lives.ticketIds)).toEqual([]);
        const entries = await readProblems(lost);
        expect(await rebuild(lost, lives.ticketIds)).toMatchObject({ debits: 0, waivers: 0, refunds: 0 });
        expect(await readProblems(lost)).toEqual(entries);
      }),
      { numRuns: 10 },
    );
  });
});
