import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { CallSlots } from '../../use-cases/ports/callSlots';
import type { Logger } from '../../use-cases/ports/logger';
import { askDatabase } from './askDatabase';
import { repeat } from './worker/repeat';

/** How long a place lasts unless it is kept again, and how often who waits looks. */
type Times = { keptMs: number; pollMs: number };

const TIMES: Times = { keptMs: 5_000, pollMs: 25 };

/** A database that takes longer must not keep anybody from calling. */
const QUERY_TIMEOUT_MS = 2_000;

/** A place in a line. */
type Place = { name: string; number: string };

/**
 * Slots over all replicas: who wants to call takes a place in a line and may as soon as fewer than `count` stand before it.
 * A place is a row, not a lock: it holds no connection, is kept again while it is used, and lapses by itself when its replica
 * dies or is frozen.
 */
export function buildCallSlots(pool: Pool, logger: Logger, times: Times = TIMES): CallSlots {
  return {
    async hold(name, count, isOver, work) {
      const turn = await waitForTurn(pool, times, { name, count, isOver }).catch((error: unknown) => {
        if (!(error instanceof AdapterError)) throw error;
        logger.warn(
          { system: name },
          'calls are not counted over all replicas: the database cannot be asked',
        );
        return 'unknown' as const;
      });
      if (turn === undefined) return undefined;
      if (turn === 'unknown') return { value: await work() };
      // Should keeping fail all along, another takes the slot meanwhile; the call itself has an end of its own.
      const keeping = repeat(() => ask(pool, turn, times).then(ignore, ignore), times.keptMs / 3);
      try {
        return { value: await work() };
      } finally {
        await keeping.stop();
        await leave(pool, turn);
      }
    },
  };
}

/** The place whose turn it is; undefined when nobody wants it any more. What is left of a place after a failure lapses. */
async function waitForTurn(
  pool: Pool,
  times: Times,
  { name, count, isOver }: { name: string; count: number; isOver: () => boolean },
): Promise<Place | undefined> {
  let place: Place | undefined;
  while (!isOver()) {
    place ??= await join(pool, name, times);
    const ahead = await ask(pool, place, times);
    if (ahead === undefined) place = undefined;
    else if (ahead < count) return place;
    else await setTimeout(times.pollMs);
  }
  if (place !== undefined) await leave(pool, place);
  return undefined;
}

async function join(pool: Pool, name: string, { keptMs }: Times): Promise<Place> {
  const [place] = await query<Place>(pool, 'join_line', JOIN, [name, keptMs]);
  if (place === undefined) throw new Error('A place in a line was written and not answered.');
  return place;
}

/** Keeps the place and counts who stands before it; undefined when it has lapsed. */
async function ask(pool: Pool, { name, number }: Place, { keptMs }: Times): Promise<number | undefined> {
  const rows = await query<{ ahead: number }>(pool, 'keep_place', KEEP, [name, number, keptMs]);
  return rows[0]?.ahead;
}

/** When it cannot be given back, it lapses. */
async function leave(pool: Pool, { name, number }: Place): Promise<void> {
  await query(pool, 'leave_line', LEAVE, [name, number]).catch(ignore);
}

function query<Row extends object>(
  pool: Pool,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const asked = { name, text, values, query_timeout: QUERY_TIMEOUT_MS };
  return askDatabase(async () => (await pool.query<Row>(asked)).rows);
}

function ignore(): void {}

const JOIN = `
with lapsed as (
  delete from support_credits.call_places where ctid = any (array(
    select ctid from support_credits.call_places where name = $1 and kept_until < clock_timestamp() for update skip locked))),
line as (
  insert into support_credits.call_lines as line (name, last_number) values ($1, 1)
  on conflict (name) do update set last_number = line.last_number + 1 returning last_number)
insert into support_credits.call_places (name, number, kept_until)
select $1, last_number, clock_timestamp() + $2::float8 * interval '1 ms' from line
returning name, number`;

const KEEP = `
with place as (
  update support_credits.call_places set kept_until = clock_timestamp() + $3::float8 * interval '1 ms'
   where name = $1 and number = $2 and kept_until > clock_timestamp() returning number)
select (select count(*)::int from support_credits.call_places ahead
         where ahead.name = $1 and ahead.number < place.number and ahead.kept_until > clock_timestamp()) as ahead
  from place`;

const LEAVE = 'delete from support_credits.call_places where name = $1 and number = $2';
