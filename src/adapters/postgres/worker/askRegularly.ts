import { setTimeout as pause } from 'node:timers/promises';
import type { ParsedCronItem } from 'graphile-worker';
import type { Pool } from 'pg';
import { findDue } from './findDue';
import type { DueItem } from './findDue';

const MINUTE_MS = 60_000;

/** The next try after the database could not be asked. */
const RETRY_MS = 5_000;

/** Longer than this nothing is made up for minute by minute: a process that stood still for a day begins anew. */
const MOST_MISSED_MINUTES = 24 * 60;

/**
 * Asks for the jobs of a crontab, each once for its minute over all replicas, until `stop`. Which minute it is the database
 * says, by whose clock the queue goes: the clock of this process may be wrong, or be set, and the jobs come all the same.
 * While the database cannot be asked nothing is due; what was missed meanwhile is made up for once.
 */
export function askRegularly(pool: Pool, items: readonly ParsedCronItem[]): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const rest = (ms: number) => pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const ask = async () => {
    let seen: number | undefined;
    while (!signal.aborted) {
      const now = await askOnce(pool, items, seen).catch(() => undefined);
      if (now !== undefined) seen = Math.floor(now / MINUTE_MS);
      await rest(now === undefined ? RETRY_MS : MINUTE_MS - (now % MINUTE_MS) + 1);
    }
  };
  const asking = items.length === 0 ? Promise.resolve() : ask();
  return {
    async stop() {
      ending.abort();
      await asking;
    },
  };
}

/** Asks for what is due since the minute `seen`; answers what time it is, in ms since 1970. */
export async function askOnce(
  pool: Pool,
  items: readonly ParsedCronItem[],
  seen: number | undefined,
): Promise<number> {
  const { rows } = await pool.query<{ now: number }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  );
  const nowMs = rows[0]?.now ?? 0;
  const now = Math.floor(nowMs / MINUTE_MS);
  // A line that is new begins now: only what was known is made up for.
  if (seen === undefined) await pool.query(MAKE_KNOWN, [items.map(({ identifier }) => identifier), nowMs]);
  // The database's own clock may have been set back: then the minutes begin anew.
  const from = Math.max(Math.min(seen ?? now, now), now - MOST_MISSED_MINUTES);
  const due = findDue(items, { seen: from, now, isFirst: seen === undefined });
  if (due.length > 0) await pool.query(ASK, [JSON.stringify(due.map(toRow))]);
  return nowMs;
}

function toRow({ item, minute }: DueItem) {
  const { identifier, task, options } = item;
  return {
    name: identifier,
    asked_for: new Date(minute * MINUTE_MS).toISOString(),
    task,
    queue_name: options.queueName,
    job_key: options.jobKey,
  };
}

const MAKE_KNOWN = `
insert into support_credits.regular_jobs (name, asked_for)
select name, to_timestamp($2::float8 / 1000) from unnest($1::text[]) as line (name) order by name
on conflict (name) do nothing`;

/** A minute that lies ahead was written by a clock that ran ahead: it is not believed. */
const ASK = `
with due as (
  select * from json_to_recordset($1::json)
    as line (name text, asked_for timestamptz, task text, queue_name text, job_key text)),
asked as (
  insert into support_credits.regular_jobs as known (name, asked_for)
  select name, asked_for from due order by name
  on conflict (name) do update set asked_for = excluded.asked_for
    where known.asked_for < excluded.asked_for or known.asked_for > clock_timestamp() + interval '1 minute'
  returning name)
select graphile_worker.add_job(due.task, queue_name => due.queue_name, job_key => due.job_key)
  from due join asked on asked.name = due.name`;
