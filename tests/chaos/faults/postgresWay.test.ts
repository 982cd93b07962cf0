import { Client } from 'pg';
import { titleOf } from './faultList';
import { APPEND, FOUND_LOOK, LOOK_FOR_JOB } from './world/asked';
import { expectTold } from './world/expectTold';
import { readReadiness } from './world/readReadiness';
import { readTags } from './world/readTags';
import { sendWebhook } from './world/sendWebhook';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(180_000);

let world: FaultWorld;

beforeAll(async () => {
  world = await startFaultWorld();
});
// Also after a test that failed, so that the next one begins with ways that lead there.
afterEach(() => Object.values(world.ways).forEach((way) => way.heal()));
afterAll(() => world.close());

const send = (ticketId = '') =>
  sendWebhook(world.stage.world.bridges[0]!, world.stage.world.commandEnv, ticketId);

describe('the way to Postgres', () => {
  it(titleOf('postgres-cut'), async () => {
    const cut = world.ways.postgres.once({ asked: APPEND, kind: 'cut' });
    const tickets = await world.openTickets(4);
    await cut;
    expect(await send(tickets[0])).toBe(409);
    expect(await readReadiness(world.stage.world.bridges[0]!)).toBe(503);
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('postgres-slow'), async () => {
    world.ways.postgres.slow({ latencyMs: 200, bytesPerSecond: 65_536 });
    const tickets = await world.openTickets(3);
    expect(await send(tickets[0])).toBe(200);
    await until('all tickets say that they are charged', async () => {
      const tags = await Promise.all(tickets.map((id) => readTags(world.stage, id)));
      return tags.every((each) => each.includes('credit_debited'));
    });
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it.each(['to_client', 'to_server'] as const)(
    `${titleOf('postgres-half-closed')} (%s)`,
    async (direction) => {
      const closed = world.ways.postgres.once({ asked: APPEND, kind: 'half_close', direction });
      const tickets = await world.openTickets(2);
      await closed;
      await expectTold(world, tickets, CHARGED_ONCE);
    },
  );

  it(titleOf('postgres-look-answer-lost'), async () => {
    // The first statement that finds a job, not the first that looks for one.
    const lost = world.ways.postgres.once({
      asked: LOOK_FOR_JOB,
      kind: 'lose_answer',
      answered: FOUND_LOOK,
    });
    const tickets = await world.openTickets(2);
    await lost;
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('postgres-queue-answer-lost'), async () => {
    const tickets = await world.openTickets(1);
    await expectTold(world, tickets, CHARGED_ONCE);
    const asked = new RegExp(`\\0queue_jobs\\0[^]*"ticketId":"${tickets[0]}"`);
    const lost = world.ways.postgres.once({ asked, kind: 'lose_answer' });
    expect(await send(tickets[0])).toBe(409);
    await lost;
    expect(await send(tickets[0])).toBe(200);
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('postgres-hangs'), async () => {
    world.ways.postgres.hang();
    const tickets = await world.openTickets(2);
    expect(await send(tickets[0])).toBe(409);
    await expectTold(world, tickets, CHARGED_ONCE);
  });
});

describe('Postgres itself', () => {
  it.each([
    [titleOf('postgres-restarted'), 'in order'],
    [titleOf('postgres-killed'), 'killed'],
  ] as const)('%s', async (_title, how) => {
    const { database } = world.stage.world;
    const underWay = world.ways.postgres.once({ asked: APPEND, kind: 'half_close', direction: 'to_client' });
    const tickets = await world.openTickets(4);
    await underWay;
    await database.end(how);
    expect(await send(tickets[0])).toBe(409);
    await database.start();
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('connections-taken'), async () => {
    const taken = await takeAllConnections(world.stage.world.database.url);
    const tickets = await world.openTickets(2);
    expect(await send(tickets[0])).toBe(409);
    await Promise.all(taken.map((client) => client.end()));
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('tables-locked'), async () => {
    const locking = new Client({ connectionString: world.stage.world.database.url });
    await locking.connect();
    try {
      await locking.query(
        'begin; lock table graphile_worker._private_jobs, support_credits.credit_accounts in access exclusive mode',
      );
      const tickets = await world.openTickets(12);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => send(tickets[index % 12])));
      expect(new Set(answers)).toEqual(new Set([409]));
      await locking.query('rollback');
      await expectTold(world, tickets, CHARGED_ONCE);
    } finally {
      await locking.end();
    }
  });
});

/** Connects until the server refuses, ends what the bridges still have, and goes on until they have nothing left. */
async function takeAllConnections(connectionString: string): Promise<Client[]> {
  const taken: Client[] = [];
  const takeMore = async () => {
    for (;;) {
      const client = new Client({ connectionString });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return;
      }
      taken.push(client);
    }
  };
  await takeMore();
  await until('the bridges have no connection left', async () => {
    const { rowCount } = await taken[0]!.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'support-credits'`,
    );
    await takeMore();
    return rowCount === 0;
  });
  return taken;
}
