import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { PresenceKeeper } from './keepPresence';
import { takeTurns } from './takeTurns';

/** With each of these graphile-worker says that one look for a job is over; every look ends in exactly one of them. */
const LOOK_ENDED = ['job:start', 'worker:getJob:empty', 'worker:getJob:error'] as const;

/**
 * Options of graphile-worker's `run` that stand before every look for a job:
 *
 * - The worker's presence is held first, so that no job is ever taken that others would find orphaned. A look whose
 *   presence cannot be held fails and is tried again at the next poll.
 * - The workers of this process look one at a time. Two looks at the same moment spoil each other: the first locks all
 *   free queues, the second finds none free and sleeps until the next poll, though jobs wait.
 * - A look that found a job wakes the next sleeping worker, whose own look another replica may have spoilt in this way.
 *
 * `forbiddenFlags` is where it stands because graphile-worker awaits it before each look (dist/worker.js, `doNext`); the
 * hook `startWorker` is awaited only before the first. No job has flags: nothing is ever forbidden.
 */
export function guardLooks(presence: Pick<PresenceKeeper, 'hold'>) {
  const events: WorkerEvents = new EventEmitter();
  const turns = takeTurns();
  let workerId: string | undefined;
  let isEnding = false;
  // Before all other listeners: should one of them fail, the turn is passed all the same.
  for (const name of LOOK_ENDED) events.on(name, turns.pass);
  // The queue chooses the id that it writes into the jobs it takes, and says it before its workers look for the first.
  events.on('pool:create', ({ workerPool }) => {
    workerId = workerPool.id;
  });
  events.on('pool:gracefulShutdown', () => {
    isEnding = true;
  });
  events.on('job:start', ({ worker }) => {
    if (!isEnding) worker.workerPool.nudge(1);
  });
  return {
    events,
    forbiddenFlags: async () => {
      // First the turn: a presence that cannot be held ends the look, and with it the turn.
      await turns.wait();
      if (workerId === undefined) throw new Error('Defect: a look for jobs before the worker was created.');
      // A worker that ends takes nothing more; a database that is away must not make its end a failure.
      if (isEnding) return null;
      await presence.hold(workerId).catch((error: unknown) => {
        if (!isEnding) throw error;
      });
      return null;
    },
  };
}
