import type { Pool } from 'pg';
import type { SweepPosition } from '../../../use-cases/ports/changedTickets';

type PositionRow = { start_at: Date; cursor: string | null };

/** How far the sweeps came; the first asking makes `startAt` the beginning. */
export async function readPosition(pool: Pool, startAt: string): Promise<SweepPosition> {
  const read = async () => {
    const { rows } = await pool.query<PositionRow>(
      'select start_at, cursor from support_credits.sweep_position',
    );
    return rows[0] && toPosition(rows[0]);
  };
  const known = await read();
  if (known !== undefined) return known;
  await pool.query(
    `insert into support_credits.sweep_position (start_at, moved_at) values ($1, $1) on conflict (is_only) do nothing`,
    [startAt],
  );
  return (await read()) ?? { startAt };
}

function toPosition({ start_at: startAt, cursor }: PositionRow): SweepPosition {
  return cursor === null ? { startAt: startAt.toISOString() } : { cursor };
}

/**
 * Moves on when the position is still `from`. Cursors cannot be compared, so this is what keeps a slow sweep from moving
 * a faster one's position back. A start time is never moved to.
 */
export async function movePosition(
  pool: Pool,
  move: { from: SweepPosition; to: SweepPosition; now: string },
): Promise<boolean> {
  const [from, to] = [toCursor(move.from), toCursor(move.to)];
  if (to === null) return true;
  const { rowCount } = await pool.query(
    'update support_credits.sweep_position set cursor = $2, moved_at = $3 where cursor is not distinct from $1',
    [from, to, move.now],
  );
  return rowCount === 1;
}

function toCursor(position: SweepPosition): string | null {
  return 'cursor' in position ? position.cursor : null;
}
