import type { Pool } from 'pg';
import { repeat } from './repeat';

/** The lock that says «this worker lives»: PostgreSQL lets go of it when the worker's connection ends, however it ends. */
export const PRESENCE_KEY = `hashtextextended('support_credits.worker:' || $1, 0)`;

/** A worker's sign of life. `isHeld` is false from the moment its connection is known to be lost. */
export type Presence = { isHeld(): boolean; release(): void };

/** So long a sign of life is believed; it is renewed three times in that time. */
const ALIVE_MS = 30_000;
const RENEW_PAUSE_MS = ALIVE_MS / 3;
const RENEW_TIMEOUT_MS = 8_000;

const SAY_ALIVE = `
insert into support_credits.worker_presences (worker_id, alive_until)
values ($1, clock_timestamp() + $2 * interval '1 ms')
on conflict (worker_id) do update set alive_until = excluded.alive_until`;

/**
 * Says that the worker `workerId` lives: for as long as this process does, with an advisory lock on a connection of its own,
 * and for as long as it moves, with a time that it renews. Dead is who lacks either. `release` takes it back; a lost connection ends
 * it too and calls `onLost`, so that it can be held anew.
 */
export async function holdPresence(pool: Pool, workerId: string, onLost?: () => void): Promise<Presence> {
  const client = await pool.connect();
  const sayAlive = () => client.query(toSayAlive(workerId));
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    void renewing.stop();
    // Ended rather than given back to the pool: the lock belongs to the connection.
    client.release(true);
  };
  const lose = () => {
    if (!isHeld) return;
    release();
    onLost?.();
  };
  // A connection over which it cannot be said is as good as lost.
  const renewing = repeat(() => sayAlive().then(() => undefined, lose), RENEW_PAUSE_MS);
  client.on('error', lose);
  try {
    // Shared, so that a worker never waits for its own lost connection when the server has not yet noticed the loss.
    await client.query(`select pg_advisory_lock_shared(${PRESENCE_KEY})`, [workerId]);
    await sayAlive();
  } catch (error) {
    release();
    throw error;
  }
  return { isHeld: () => isHeld, release };
}

function toSayAlive(workerId: string) {
  return { text: SAY_ALIVE, values: [workerId, ALIVE_MS], query_timeout: RENEW_TIMEOUT_MS };
}
