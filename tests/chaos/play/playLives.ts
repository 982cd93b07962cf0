import { setTimeout as sleep } from 'node:timers/promises';
import type { Life } from '../plan/life';
import type { Pace } from './buildPace';
import { openTicket } from './openTicket';
import { performDeed } from './performDeed';
import type { Stage } from './Stage';

/** So many tickets live at the same time: few enough that a small run lasts long enough for something to go wrong in it. */
const SHARE_AT_ONCE = 1 / 8;
const FEWEST_AT_ONCE = 12;
const MOST_AT_ONCE = 60;

/** The openings and steps of all lives: what progress is counted in. */
export function countSteps(lives: readonly Life[]): number {
  return lives.reduce((sum, life) => sum + 1 + life.steps.length, 0);
}

/** Lets all lives happen, begun in the order of the plan, so many at once. Fails when `signal` is given. */
export async function playLives(stage: Stage, pace: Pace, signal: AbortSignal): Promise<void> {
  const waiting = [...stage.plan.lives];
  const atOnce = Math.min(MOST_AT_ONCE, Math.max(FEWEST_AT_ONCE, Math.ceil(waiting.length * SHARE_AT_ONCE)));
  const liveOn = async () => {
    for (let life = waiting.shift(); life !== undefined; life = waiting.shift()) {
      await playLife(stage, life, pace, signal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, liveOn));
}

async function playLife(stage: Stage, life: Life, pace: Pace, signal: AbortSignal): Promise<void> {
  await pace.keep(signal);
  const ticketId = await openTicket(stage, life);
  if (ticketId !== undefined) stage.journal.noteOpened(life.number, ticketId);
  stage.journal.noteStepDone();
  for (const { restMs, deed } of life.steps) {
    await sleep(restMs, undefined, { signal });
    await pace.keep(signal);
    await performDeed(stage, life.number, deed);
    stage.journal.noteStepDone();
  }
}
