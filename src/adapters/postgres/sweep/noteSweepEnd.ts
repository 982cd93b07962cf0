import type { Pool } from 'pg';

/** Keeps when a sweep last ended and how far the sweeps came, for all replicas (migration 0038); nothing moves back. */
export async function noteSweepEnd(
  pool: Pool,
  endedAt: string,
  reachedAt: string | undefined,
): Promise<void> {
  await pool.query(
    `update support_credits.bridge_status
        set sweep_ended_at = greatest(sweep_ended_at, $1::timestamptz),
            sweep_reached_at = greatest(sweep_reached_at, $2::timestamptz)`,
    [endedAt, reachedAt ?? null],
  );
}
