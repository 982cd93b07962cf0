import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openWebhooks } from '../intake/openWebhooks';
import type { Bridge } from './startBridge';
import type { Outside } from './startOutside';

const CONNECTIONS = 50;
const LONGEST_MS = 900_000;
const POLL_MS = 50;

/** One database with the bridge on it. */
export type Side = { bridge: Bridge; pool: Pool; secret: string };

/**
 * Sends a signed webhook about each ticket and waits until everything that follows is done: the ledger has its debit, the ticket
 * says so, the requester's fields are written, and the queue is empty. Throws when a ticket does not say it.
 */
export async function settleTickets(
  { bridge, pool, secret }: Side,
  outside: Outside,
  ticketIds: readonly string[],
): Promise<void> {
  const toldBefore = await outside.countTold();
  const webhooks = await openWebhooks({ port: bridge.port, secret, connections: CONNECTIONS });
  await Promise.all(ticketIds.map((ticketId) => webhooks.send(ticketId)));
  webhooks.close();
  await bridge.work();
  await untilDone(pool);
  const told = (await outside.countTold()) - toldBefore;
  if (told !== ticketIds.length) throw new Error(`${told} of ${ticketIds.length} tickets say their debit.`);
}

async function untilDone(pool: Pool): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  for (;;) {
    const { rows } = await pool.query<{ last_error: string | null }>({
      name: 'bench_any_job',
      text: 'select last_error from graphile_worker._private_jobs limit 1',
    });
    const [job] = rows;
    if (job === undefined) return;
    if (performance.now() > deadline)
      throw new Error(`The queue is not worked off: ${job.last_error ?? 'no job failed'}.`);
    await pause(POLL_MS);
  }
}
