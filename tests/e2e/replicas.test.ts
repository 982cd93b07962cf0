import { setTimeout as pause } from 'node:timers/promises';
import { parseCrontab } from 'graphile-worker';
import { listMigrations } from '../../src/adapters/postgres/schemaMigrations';
import { buildLedgerProof } from '../../src/adapters/postgres/verify/buildLedgerProof';
import { CRONTAB } from '../../src/server/workers/crontab';
import { verifyLedger } from '../../src/use-cases/verifyLedger';
import { openWebhooks } from '../bench/intake/openWebhooks';
import { findOverlaps, readJobs } from './replicas/readJobs';
import type { LoggedJob } from './replicas/readJobs';
import { startReplicas, WEBHOOK_SECRET } from './replicas/startReplicas';
import type { Replica, Replicas } from './replicas/startReplicas';

jest.setTimeout(240_000);

/** With eight clients billing is asked by all replicas at once, and nobody is written more often than Zendesk allows a person to be. */
const CLIENTS = 8;
const TICKETS_EACH = 5;
const POLL_MS = 25;
const LONGEST_MS = 120_000;

/** How updates of tickets are paced for an account that allows 100 a minute: 20 at once, then 80 a minute. */
const BURST = 20;
const PER_MINUTE = 80;

/** Updates of tickets go through four queues: so many have their place already and are still on their way. */
const ON_THEIR_WAY = 4;

let world: Replicas;
let ticketIds: string[];
/** When the killed replica was gone; what it had under way ended then. */
let killedAt: number;
const left = { byKilled: 0, byFrozen: 0 };

const underWay = (replica: Replica): LoggedJob[] =>
  readJobs(replica.readLog()).filter(
    ({ task, endedAt }) => task === 'reconcile_ticket' && endedAt === undefined,
  );

async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LONGEST_MS;
  while (!(await isReached())) {
    if (Date.now() > deadline) throw new Error('Waited in vain.');
    await pause(POLL_MS);
  }
}

/** A signed webhook about each ticket, to the given replicas in turn. */
async function announce(replicas: readonly Replica[]): Promise<void> {
  const doors = await Promise.all(
    replicas.map(({ port }) => openWebhooks({ port, secret: WEBHOOK_SECRET, connections: 4 })),
  );
  await Promise.all(ticketIds.map((ticketId, index) => doors[index % doors.length]?.send(ticketId)));
  for (const door of doors) door.close();
}

/** Asks for a sweep as the crontab does at each full minute. */
async function askForSweep(): Promise<void> {
  const line = parseCrontab(CRONTAB).find(({ task }) => task === 'sweep_tickets');
  await world.pool.query(`select graphile_worker.add_job($1, queue_name => $2, job_key => $3)`, [
    line?.task,
    line?.options.queueName,
    line?.options.jobKey,
  ]);
}

const countSaying = () =>
  world.zendesk.simulator.world.tickets.filter(({ tags }) => tags.includes('credit_debited')).length;

/** All jobs of all replicas; what the killed one had under way ended when it did. */
function readAllJobs(): LoggedJob[] {
  const [killed, ...others] = world.replicas.map((replica) => readJobs(replica.readLog()));
  const toEnded = (job: LoggedJob) =>
    job.endedAt === undefined && job.startedAt <= killedAt ? { ...job, endedAt: killedAt } : job;
  return [...(killed ?? []).map(toEnded), ...others.flat()];
}

beforeAll(async () => {
  world = await startReplicas(3);
  const [first, second, third] = world.replicas as [Replica, Replica, Replica];
  await world.zendesk.setFaults({ delayMs: 150, delayRate: 1 });
  const opened = [];
  for (let client = 0; client < CLIENTS; client += 1) {
    opened.push(...(await world.openTickets(`replica-${client}@client.test`, TICKETS_EACH)));
  }
  ticketIds = opened;

  // One is killed and one frozen while they have tickets in hand; the third goes on, and is told of all tickets once more.
  await announce(world.replicas);
  await until(() => underWay(first).length > 0 && underWay(second).length > 0);
  second.freeze();
  await first.end('SIGKILL');
  killedAt = Date.now();
  left.byKilled = underWay(first).length;
  left.byFrozen = underWay(second).length;
  await announce([third]);
  const doneBefore = readJobs(third.readLog()).length;
  await until(() => readJobs(third.readLog()).length > doneBefore + 5);
  await Promise.all([askForSweep(), first.start()]);
  second.thaw();
  for (let sweep = 0; sweep < 3; sweep += 1) {
    await pause(100);
    await askForSweep();
  }

  await until(() => countSaying() === ticketIds.length);
  await until(async () => {
    const { rows } = await world.pool.query<{ left: number }>(
      // The queue lays a job aside, all its tries used, when a newer one about the same ticket takes its place.
      `select count(*)::integer as left from graphile_worker.jobs
        where attempts < max_attempts and task_identifier in ('reconcile_ticket', 'bring_ticket_in_line', 'sweep_tickets')`,
    );
    return rows[0]?.left === 0;
  });
});
afterAll(() => world.close());

describe('three bridges on one database, of which one is killed and one frozen in mid-work', () => {
  it('were met in mid-work', () => {
    expect(left.byKilled).toBeGreaterThan(0);
    expect(left.byFrozen).toBeGreaterThan(0);
  });

  it('started at once on an empty database, and each migration ran once', async () => {
    const { rows } = await world.pool.query<{ name: string }>(
      'select name from support_credits.schema_migrations order by name',
    );
    expect(rows.map(({ name }) => name)).toEqual(await listMigrations());
    for (const replica of world.replicas) expect(replica.readLog()).not.toContain('cannot start');
  });

  it('charge every ticket once', async () => {
    const { rows } = await world.pool.query<{ ticket_id: string; kind: string }>(
      `select ticket_id, kind from support_credits.ledger_entries where ticket_id is not null order by ticket_id::bigint`,
    );
    expect(rows).toEqual(ticketIds.map((ticket_id) => ({ ticket_id, kind: 'debit' })));
    const { bad } = await verifyLedger(buildLedgerProof(world.pool), () => undefined);
    expect(bad).toBeUndefined();
  });

  it('have every ticket say so, in one note', () => {
    const { audits, users } = world.zendesk.simulator.world;
    const bridge = users.find(({ email }) => email === 'bridge@agent.test');
    const notes = audits
      .filter(({ author_id }) => author_id === bridge?.id)
      .flatMap(({ ticket_id, events }) =>
        events.flatMap((event) =>
          event.type === 'Comment' ? [{ ticket_id, body: String(event.body) }] : [],
        ),
      );
    const debits = notes.filter(({ body }) => body.includes('1 credit debited'));
    expect(debits.map(({ ticket_id }) => String(ticket_id)).sort()).toEqual([...ticketIds].sort());
    // On a slow machine a look may be over before it was its turn at billing.
    const others = notes.filter((note) => !debits.includes(note));
    expect(others.filter(({ body }) => !body.includes('billing does not answer'))).toEqual([]);
  });

  it('never look at one ticket twice at the same time', () => {
    const looks = readAllJobs().filter(({ task }) => task === 'reconcile_ticket');
    expect(looks.length).toBeGreaterThan(ticketIds.length);
    expect(findOverlaps(looks)).toEqual([]);
  });

  it('sweep one at a time', () => {
    const sweeps = readAllJobs().filter(({ task }) => task === 'sweep_tickets');
    expect(sweeps.length).toBeGreaterThan(1);
    expect(findOverlaps(sweeps)).toEqual([]);
  });

  it('ask billing two calls at once together', () => {
    expect(world.readMostBillingCalls()).toBe(2);
  });

  it('keep the pace of one account together: no stretch of time holds more updates than it allows', async () => {
    const received = await world.zendesk.readReceived();
    const updatedAt = received
      .filter(({ method, path }) => method === 'PUT' && /^\/api\/v2\/tickets\/\d+/.test(path))
      .map(({ at }) => Date.parse(at));
    expect(updatedAt.length).toBeGreaterThanOrEqual(ticketIds.length);
    const stretches = updatedAt.flatMap((from, first) =>
      updatedAt.slice(first).map((to, more) => ({ seconds: (to - from) / 1_000, updates: more + 1 })),
    );
    const allowed = (seconds: number) => BURST + ON_THEIR_WAY + 1 + (seconds * PER_MINUTE) / 60;
    expect(stretches.filter(({ seconds, updates }) => updates > allowed(seconds))).toEqual([]);
  });
});
