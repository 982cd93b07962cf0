import type { PoolClient } from 'pg';
import type { VerifyFigures } from '../../../use-cases/ports/figures';

type Row = { began_at: Date; ended_at: Date; entries: string; is_sound: boolean };

/** How the last proof of the whole ledger ended; undefined before the first. */
export async function readVerified(client: PoolClient): Promise<VerifyFigures | undefined> {
  const { rows } = await client.query<Row>(
    `select verified_began_at as began_at, verified_at as ended_at, verified_entries as entries, bad is null as is_sound
       from support_credits.ledger_verification where verified_at is not null`,
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    isSound: row.is_sound,
    endedAt: row.ended_at.toISOString(),
    entryCount: Number(row.entries),
    durationSeconds: Math.max(0, (row.ended_at.getTime() - row.began_at.getTime()) / 1_000),
  };
}
