import type { Pool } from 'pg';
import type { WorkQueue } from '../../../src/use-cases/ports/workQueue';

/** What the floor writes to. */
export async function createIntakeFloor(pool: Pool): Promise<void> {
  await pool.query(
    `create table if not exists bench_intake (
       id bigint generated always as identity primary key, ticket_id bigint not null, at timestamptz not null default now())`,
  );
}

/** The least that a durable answer can cost: one bare row for each request, in a transaction of its own. */
export function buildFloorQueue(pool: Pool): Pick<WorkQueue, 'queueReconcile'> {
  return {
    queueReconcile: async (ticketId) => {
      await pool.query({
        name: 'bench_intake',
        text: 'insert into bench_intake (ticket_id) values ($1)',
        values: [ticketId],
      });
    },
  };
}
