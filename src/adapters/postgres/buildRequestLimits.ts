import type { Pool } from 'pg';
import type { Pace, RequestLimits } from '../../use-cases/ports/requestLimits';
import { withDatabaseErrors } from './withDatabaseErrors';

const MINUTE_MS = 60_000;

/** Pauses and paces of all replicas, by the clock of the database. */
export function buildRequestLimits(pool: Pool): RequestLimits {
  return withDatabaseErrors<RequestLimits>({
    async readPauses() {
      const { rows } = await pool.query<{ scope: string; wait_ms: number }>({
        name: 'read_pauses',
        text: `select scope, (extract(epoch from until - clock_timestamp()) * 1000)::float8 as wait_ms
                 from support_credits.request_pauses where until > clock_timestamp()`,
      });
      return new Map(rows.map((row) => [row.scope, row.wait_ms]));
    },

    async notePause(scope, waitMs) {
      // Those that are over are taken away here, where it seldom happens.
      await pool.query('delete from support_credits.request_pauses where until < clock_timestamp()');
      await pool.query(
        `insert into support_credits.request_pauses as pause (scope, until)
         values ($1, clock_timestamp() + $2::float8 * interval '1 ms')
         on conflict (scope) do update set until = greatest(pause.until, excluded.until)`,
        [scope, waitMs],
      );
    },

    takePlace: (pace, longestWaitMs) => takePlace(pool, pace, longestWaitMs),
  });
}

/**
 * An even pace with a burst (generic cell rate algorithm): places are taken up to some time; a place is there as long as
 * that time is no further ahead than the burst. In any minute there are at most `perMinute` and `burst` together.
 */
async function takePlace(
  pool: Pool,
  { name, perMinute, burst }: Pace,
  longestWaitMs: number,
): Promise<{ isTaken: boolean; waitMs: number }> {
  const stepMs = MINUTE_MS / perMinute;
  const burstMs = (burst - 1) * stepMs;
  const { rows } = await pool.query<{ wait_ms: number }>({
    name: 'take_place',
    text: `insert into support_credits.request_paces as pace (name, taken_until)
           values ($1, clock_timestamp() + $2::float8 * interval '1 ms')
           on conflict (name) do update
             set taken_until = greatest(pace.taken_until, clock_timestamp()) + $2::float8 * interval '1 ms'
           where pace.taken_until <= clock_timestamp() + ($3::float8 + $4::float8) * interval '1 ms'
           returning (extract(epoch from taken_until - clock_timestamp()) * 1000 - $2::float8 - $3::float8)::float8 as wait_ms`,
    values: [name, stepMs, burstMs, longestWaitMs],
  });
  if (rows[0] !== undefined) return { isTaken: true, waitMs: Math.max(0, rows[0].wait_ms) };
  const { rows: full } = await pool.query<{ wait_ms: number }>(
    `select (extract(epoch from taken_until - clock_timestamp()) * 1000 - $2::float8)::float8 as wait_ms
       from support_credits.request_paces where name = $1`,
    [name, burstMs],
  );
  return { isTaken: false, waitMs: Math.max(0, full[0]?.wait_ms ?? 0) };
}
