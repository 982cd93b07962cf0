import type { Pool } from 'pg';

/** The lock that says «this worker lives»: PostgreSQL lets go of it when the worker's connection ends, however it ends. */
export const PRESENCE_KEY = `hashtextextended('support_credits.worker:' || $1, 0)`;

/** A worker's sign of life. */
export type Presence = { isHeld(): boolean; release(): void };

/**
 * Says that the worker `workerId` lives, for as long as this process does, with an advisory lock on a connection of its
 * own. `release` takes it back; a lost connection ends it too, then it should be held anew. Until it is, others may do
 * this worker's current jobs a second time, which changes nothing more.
 */
export async function holdPresence(pool: Pool, workerId: string): Promise<Presence> {
  const client = await pool.connect();
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    // Ended rather than given back to the pool: the lock belongs to the connection.
    client.release(true);
  };
  client.once('error', release);
  try {
    await client.query(`select pg_advisory_lock(${PRESENCE_KEY})`, [workerId]);
  } catch (error) {
    release();
    throw error;
  }
  return { isHeld: () => isHeld, release };
}
