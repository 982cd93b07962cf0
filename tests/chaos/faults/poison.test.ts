import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../../../src/adapters/postgres/embedded/findFreePort';
import { toQueueName } from '../../../src/adapters/postgres/worker/toQueueName';
import { titleOf } from './faultList';
import { readTags } from './world/readTags';
import { sendWebhook } from './world/sendWebhook';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE, tellOf } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(240_000);

/** What a job that fails for such a reason leaves in the log: somebody has to look at it. */
const TOLD = /"msg":"job failed"|"msg":"job names nothing that it is about"/;
const FIRST_ABSENT = 9_000_000;

let world: FaultWorld;
let metricsPort: number;

beforeAll(async () => {
  metricsPort = await findFreePort();
  world = await startFaultWorld({ env: { METRICS_PORT: String(metricsPort) }, bridgeCount: 1 });
});
afterAll(() => world.close());

type Job = { attempts: number; waits: number | null; last_error: string | null };

async function readJob(key: string): Promise<Job | undefined> {
  const [job] = await world.query<Job>(
    `select attempts, last_error, extract(epoch from run_at - updated_at)::float8 as waits
       from graphile_worker.jobs where key = $1 and locked_at is null`,
    [key],
  );
  return job;
}

/** Lets the job have its next try now, and waits until it has failed; answers how long it then waits. */
async function failAgain(key: string, attempts: number): Promise<number> {
  await world.query(
    'update graphile_worker._private_jobs set run_at = now(), attempts = $2 where key = $1 and locked_at is null',
    [key, attempts - 1],
  );
  await until(`${key} has failed for the ${attempts}. time`, async () => {
    const job = await readJob(key);
    return job?.attempts === attempts && job.last_error !== null;
  });
  return (await readJob(key))?.waits ?? 0;
}

async function readGivenUp(): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const line =
    /^support_credits_queue_jobs\{(?=[^}]*task="reconcile_ticket")(?=[^}]*state="given_up")[^}]*\} (\d+)/m;
  return Number(line.exec(page)?.[1] ?? 0);
}

/** The statement of the operator's guide, word by word. */
function readGuide(): string {
  const guide = readFileSync(join(__dirname, '../../../extras/README.md'), 'utf8');
  const statement = /`(update graphile_worker\._private_jobs set attempts = 0[^`]+)`/.exec(guide)?.[1];
  if (statement === undefined) throw new Error('extras/README.md does not say how jobs are let run again.');
  return statement;
}

describe('a job that fails every time', () => {
  it(titleOf('job-poisoned'), async () => {
    // given: a job that no code understands, in the queue of a ticket that comes after it
    const [ticket] = (await world.openTickets(1)) as [string];
    await world.settle();
    const key = 'poisoned';
    const queue = toQueueName('reconcile_ticket', ticket);
    await world.query(
      `select graphile_worker.add_job('reconcile_ticket', '{"nothing": true}', queue_name => $1, job_key => $2)`,
      [queue, key],
    );
    const pauses = [];
    for (const attempts of [1, 2, 3, 4]) pauses.push(await failAgain(key, attempts));
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[3]).toBeGreaterThan(3 * pauses[0]!);

    // when: the ticket of the same queue changes, and others come
    const line = (value: string) => ({ ticket: { custom_fields: [{ id: world.stage.fields.line, value }] } });
    await world.stage.agents[0]!.call('PUT', `tickets/${ticket}`, line('sales'));
    const others = await world.openTickets(3);

    // then: they are done though it waits
    await until('they are done', async () => {
      const tags = await Promise.all([ticket, ...others].map((id) => readTags(world.stage, id)));
      return tags.every((each, index) => each.includes(index === 0 ? 'credit_refunded' : 'credit_debited'));
    });

    // when: its last try has failed, then: it is told as given up, and runs again when the operator lets it
    const [{ most } = { most: 0 }] = await world.query<{ most: number }>(
      'select max_attempts as most from graphile_worker.jobs where key = $1',
      [key],
    );
    await failAgain(key, most);
    await until('it is told as given up', async () => (await readGivenUp()) === 1);
    await world.query(readGuide());
    await until('it has run again', async () => (await readJob(key))?.attempts === 1);
    await world.query('select graphile_worker.remove_job($1)', [key]);
    expect(readFileSync(world.stage.world.logPaths[0]!, 'utf8')).toMatch(
      /"task":"reconcile_ticket","msg":"job names nothing that it is about"/,
    );
    const outcome = await world.settle({ mayTell: TOLD });
    expect(others.map((id) => tellOf(outcome, id))).toEqual(others.map(() => CHARGED_ONCE));
  });

  it(titleOf('ticket-unreadable'), async () => {
    // given: a ticket whose answer is of no known shape
    const change = { from: '"ticket":', to: '"tocket":' };
    world.ways.zendesk.spoil({ asked: /^GET \/api\/v2\/tickets\/\d+\.json /, ...change });
    const [unreadable] = (await world.openTickets(1)) as [string];
    const key = `reconcile_ticket:${unreadable}`;
    await until('its look has failed', async () => ((await readJob(key))?.attempts ?? 0) > 0);
    world.ways.zendesk.spoil({ asked: new RegExp(`^GET /api/v2/tickets/${unreadable}\\.json `), ...change });

    // when: others come, one of them in the same queue
    const others = await world.openTickets(2);
    const neighbour = findNeighbour(unreadable);
    const { bridges, commandEnv } = world.stage.world;
    expect(await sendWebhook(bridges[0]!, commandEnv, neighbour)).toBe(200);

    // then: they are done while it waits, longer each time
    await until('the others are charged', async () => {
      const tags = await Promise.all(others.map((id) => readTags(world.stage, id)));
      return tags.every((each) => each.includes('credit_debited'));
    });
    await until('the one in its queue was looked at', async () => {
      const left = await world.query('select from graphile_worker.jobs where key = $1', [
        `reconcile_ticket:${neighbour}`,
      ]);
      return left.length === 0;
    });
    const attempts = (await readJob(key))?.attempts ?? 1;
    const [first, second] = [await failAgain(key, attempts + 1), await failAgain(key, attempts + 2)];
    expect(second).toBeGreaterThan(first);

    // then: it is charged once it can be read
    const outcome = await world.settle({ mayTell: TOLD });
    const all = [unreadable, ...others];
    expect(all.map((id) => tellOf(outcome, id))).toEqual(all.map(() => CHARGED_ONCE));
  });
});

/** A ticket that is not there, whose looks go through the same queue. */
function findNeighbour(ticketId: string): string {
  const queue = toQueueName('reconcile_ticket', ticketId);
  for (let id = FIRST_ABSENT; ; id += 1) {
    if (toQueueName('reconcile_ticket', String(id)) === queue) return String(id);
  }
}
