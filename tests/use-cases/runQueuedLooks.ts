import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';

type Payload = { ticketId: string } | { jobs: { job: string; ticketId?: string }[] };

/** More rounds than any chain of looks needs; looks that ask for each other for ever fail the test. */
const MAX_ROUNDS = 20;

/**
 * Does the looks that wait in the queue, and those that they lead to, as the worker would; answers the tickets that were
 * looked at, in order. The other jobs are left out.
 */
export async function runQueuedLooks(world: World): Promise<string[]> {
  const looked: string[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const ticketIds = await takeLooks(world);
    if (ticketIds.length === 0) return looked;
    for (const ticketId of ticketIds) {
      await reconcileTicket(world.deps, ticketId);
      looked.push(ticketId);
    }
  }
  throw new Error(`Looks lead to looks for ever: ${looked.join(', ')}`);
}

async function takeLooks({ pool }: World): Promise<string[]> {
  const { rows } = await pool.query<{ identifier: string; payload: Payload }>(
    `with taken as (delete from graphile_worker._private_jobs returning task_id, payload)
     select task.identifier, taken.payload from taken
       join graphile_worker._private_tasks task on task.id = taken.task_id`,
  );
  const jobs = rows.flatMap(({ identifier, payload }) =>
    'jobs' in payload ? payload.jobs : [{ job: identifier, ticketId: payload.ticketId }],
  );
  const looks = jobs.flatMap(({ job, ticketId }) =>
    job === 'reconcile_ticket' && ticketId ? [ticketId] : [],
  );
  return [...new Set(looks)].sort();
}
