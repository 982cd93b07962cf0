import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { toDatabaseError } from '../toDatabaseError';

/**
 * The statements with which graphile-worker puts away jobs that were done or failed, by their names (0.17.3,
 * dist/sql/completeJobs.js and failJobs.js). They may be repeated: a job that is put away already is not there, or not
 * held, any more.
 */
const PUT_AWAY = /^(complete|fail)_jobs?(_q)?\//;

/**
 * Of these, the one that puts away jobs that were done takes them whoever holds them by now. When this worker was taken for dead
 * and another one does the job again, that would take it from under the other, whose queue then stayed locked for hours: it
 * lets go of its queue with the row of its job.
 */
const DONE = /^complete_job_q\//;
const ANYBODYS = 'where id = n\n';
const OWN = 'where id = n and jobs.locked_by = $2::text\n';

const PAUSE_MS = 500;

/**
 * The pool as graphile-worker needs it. It sends those statements once, and lets nobody wait for the answer: a connection
 * that is lost in that moment would end the process, because nothing takes the failure, and were it taken, the job would
 * stay locked by a worker that lives. So they are sent again, each time over another connection, until the database has
 * taken them. Once the pool ends they are given up in silence: another worker takes up what was left.
 */
export function withPatientPutAway(pool: Pool, onPutAway: OnPutAway = () => undefined): Pool {
  const connect = (callback?: Parameters<Pool['connect']>[0]) =>
    callback === undefined ? connectPatiently(pool, onPutAway) : pool.connect(callback);
  return new Proxy(pool, {
    get: (target, name) => (name === 'connect' ? connect : readBound(target, name)),
  });
}

/** Hears of each statement that put jobs away, once the database has taken it. */
type OnPutAway = (query: QueryConfig) => void;

/** What a client does with a query, whether or not it could be connected. */
type Ask = (query: QueryConfig | string, values?: unknown[]) => Promise<unknown>;

/** A failure to connect waits for the statement: only that one tells whether it is worth another try. */
async function connectPatiently(pool: Pool, onPutAway: OnPutAway): Promise<PoolClient> {
  let client: PoolClient | undefined;
  let failure: unknown;
  try {
    client = await pool.connect();
  } catch (error) {
    failure = error;
  }
  const ask: Ask = (query, values) =>
    client === undefined ? Promise.reject(failure) : client.query(query, values);
  const query: Ask = (asked, values) =>
    isPutAway(asked)
      ? putAway(pool, toOwnOnly(asked), (own) => ask(own, values)).then((answer) => {
          onPutAway(asked);
          return answer;
        })
      : ask(toPlannedAnew(asked), values);
  if (client === undefined) return { query, release: () => undefined } as unknown as PoolClient;
  return new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : readBound(target, name)),
  });
}

async function putAway(
  pool: Pool,
  query: QueryConfig,
  askFirst: (query: QueryConfig) => Promise<unknown>,
): Promise<unknown> {
  for (let ask = askFirst; ; ask = (again) => pool.query(again)) {
    try {
      return await ask(query);
    } catch (error) {
      if (!(toDatabaseError(error) instanceof AdapterError)) throw error;
      // Nobody is left who could be told; an answer that never comes holds nothing up.
      if (pool.ending) return new Promise(() => undefined);
    }
    await sleep(PAUSE_MS);
  }
}

function isPutAway(query: QueryConfig | string): query is QueryConfig {
  return typeof query !== 'string' && PUT_AWAY.test(query.name ?? '');
}

function toOwnOnly(query: QueryConfig): QueryConfig {
  if (!DONE.test(query.name ?? '')) return query;
  if (!query.text.includes(ANYBODYS))
    throw new Error('Defect: jobs that were done are put away in unknown words.');
  return { ...query, text: query.text.replace(ANYBODYS, OWN) };
}

/** Methods work on the object itself, not on what stands before it. */
function readBound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === 'function' ? value.bind(target) : value;
}

/** The statement with which graphile-worker looks for a job, by its name (0.17.3, dist/sql/getJobs.js). */
const LOOK = /^get_job/;

/**
 * A look for a job is planned each time. As a prepared statement it would keep, as long as its connection, the plan that was made
 * while the queue was short and that reads all jobs to find the first: with 20,000 waiting, thirteen times less was done.
 */
function toPlannedAnew(query: QueryConfig | string): QueryConfig | string {
  if (typeof query === 'string' || !LOOK.test(query.name ?? '')) return query;
  return { text: query.text, values: query.values };
}
