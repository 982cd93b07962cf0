import type { Pool } from 'pg';

/** The lock that says «this worker lives»: PostgreSQL lets go of it when the worker's connection ends, however it ends. */
export const PRESENCE_KEY = `hashtextextended('support_credits.worker:' || $1, 0)`;

/** A worker's sign of life. `isHeld` is false from the moment its connection is known to be lost. */
export type Presence = { isHeld(): boolean; release(): void };

/**
 * Says that the worker `workerId` lives, for as long as this process does, with an advisory lock on a connection of its
 * own. `release` takes it back; a lost connection ends it too and calls `onLost`, so that it can be held anew.
 */
export async function holdPresence(pool: Pool, workerId: string, onLost?: () => void): Promise<Presence> {
  const client = await pool.connect();
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    // Ended rather than given back to the pool: the lock belongs to the connection.
    client.release(true);
  };
  client.on('error', () => {
    if (!isHeld) return;
    release();
    onLost?.();
  });
  try {
    // Shared, so that a worker never waits for its own lost connection when the server has not yet noticed the loss.
    await client.query(`select pg_advisory_lock_shared(${PRESENCE_KEY})`, [workerId]);
  } catch (error) {
    release();
    throw error;
  }
  return { isHeld: () => isHeld, release };
}
