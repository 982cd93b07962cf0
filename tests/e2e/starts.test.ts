import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { findFreePort } from '../../src/adapters/postgres/embedded/findFreePort';
import { listMigrations } from '../../src/adapters/postgres/schemaMigrations';
import { queueTicketJobs } from '../../src/adapters/postgres/worker/queueJobs';
import { openWebhooks } from '../bench/intake/openWebhooks';
import { runCommand } from '../chaos/world/runCommand';
import { buildBridge } from '../chaos/world/startBridge';
import { startDatabase } from '../chaos/world/startDatabase';
import type { Database } from '../chaos/world/startDatabase';
import { makeMemoryFolder } from '../helpers/makeMemoryFolder';
import { migrateBefore } from '../helpers/database/migrateBefore';

jest.setTimeout(180_000);

const WEBHOOK_SECRET = 'webhook-secret-of-thirty-two-characters';
/** Looks in the queue, as after hours without a bridge. */
const QUEUED = 20_000;
const QUEUED_AT_ONCE = 1_000;

let folder: string;
let database: Database;
/** Takes connections and never answers. */
let silentServer: Server;
const silentSockets = new Set<Socket>();

beforeAll(async () => {
  folder = makeMemoryFolder('starts');
  database = await startDatabase(join(folder, 'postgres'));
  silentServer = createServer((socket) => {
    silentSockets.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => silentServer.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  for (const socket of silentSockets) socket.destroy();
  await new Promise((resolve) => silentServer.close(resolve));
  await database.end('in order');
  rmSync(folder, { recursive: true, force: true });
});

/** A bridge whose Zendesk and billing hang. */
const environment = (databaseUrl: string) => {
  const hanging = `http://127.0.0.1:${(silentServer.address() as AddressInfo).port}`;
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    ZENDESK_URL: hanging,
    ZENDESK_CLIENT_ID: 'support_credits',
    ZENDESK_CLIENT_SECRET: 'the secret of the client',
    ZENDESK_WEBHOOK_SECRET: WEBHOOK_SECRET,
    SIDEBAR_SHARED_SECRET: 'sidebar-secret-of-thirty-two-characters',
    BILLMANAGER_URL: hanging,
    BILLMANAGER_AUTHINFO: 'support-bridge:playground',
  };
};

async function createDatabase(name: string): Promise<{ url: string; pool: Pool }> {
  const admin = new Pool({ connectionString: database.url });
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return { url: url.href, pool: new Pool({ connectionString: url.href }) };
}

const readMigrations = async (pool: Pool) => {
  const { rows } = await pool.query<{ name: string }>(
    'select name from support_credits.schema_migrations order by name',
  );
  return rows.map(({ name }) => name);
};

async function fillQueue(pool: Pool): Promise<void> {
  for (let first = 1; first <= QUEUED; first += QUEUED_AT_ONCE) {
    const ids = Array.from({ length: QUEUED_AT_ONCE }, (_, index) => String(first + index));
    await queueTicketJobs(
      pool,
      ids.map((ticketId) => ({ job: 'reconcile_ticket', ticketId })),
    );
  }
}

describe('the start of the bridge', () => {
  it('says that no database answers where there is none yet, and which variable names it', async () => {
    const url = `postgres://bridge:secret@127.0.0.1:${await findFreePort()}/credits`;
    const { code, errors } = await runCommand(environment(url), ['serve']);
    expect(code).toBe(1);
    expect(errors).toBe('The bridge cannot start: no database answers. Check DATABASE_URL.\n');
  });

  it('says that the database is missing on a server that has none of that name', async () => {
    const url = new URL(database.url);
    url.pathname = '/forgotten';
    const { code, errors } = await runCommand(environment(url.href), ['serve']);
    expect(code).toBe(1);
    expect(errors).toContain('has no database of the name in DATABASE_URL. Create it');
  });

  it('refuses a schema that is newer than the build, and changes nothing in it', async () => {
    const { url, pool } = await createDatabase('newer');
    expect((await runCommand(environment(url), ['migrate'])).code).toBe(0);
    await pool.query("insert into support_credits.schema_migrations (name) values ('9999_future.sql')");
    const before = await readMigrations(pool);
    const { code, errors } = await runCommand(environment(url), ['serve']);
    expect(code).toBe(1);
    expect(errors).toContain('newer than this bridge: it holds 9999_future.sql. Start the newer bridge.');
    expect(await readMigrations(pool)).toEqual(before);
    await pool.end();
  });

  it('goes on where a migration stopped half-way, works on a full queue, and stops in order though Zendesk hangs', async () => {
    // given: a schema of which only the first migrations were made
    const { url, pool } = await createDatabase('halfway');
    await pool.query('create schema support_credits');
    await migrateBefore(pool, '0010');
    const logPath = join(folder, 'halfway.log');
    const bridge = buildBridge({ port: await findFreePort(), env: environment(url), logPath });

    // when: the bridge starts
    await bridge.start();

    // then: the rest was made
    expect(await readMigrations(pool)).toEqual(await listMigrations());

    // when: it is stopped, and starts again on a full queue
    await bridge.end('SIGTERM');
    await fillQueue(pool);
    await bridge.start();
    const webhooks = await openWebhooks({ port: bridge.port, secret: WEBHOOK_SECRET, connections: 1 });
    await webhooks.send('7000001');
    webhooks.close();
    const isAtWork = () => readFileSync(logPath, 'utf8').includes('"task":"reconcile_ticket"');
    while (!isAtWork()) await pause(50);

    // then: it ends in order though its jobs hang, and nothing that was asked for is lost
    expect(await bridge.end('SIGTERM')).toBe(0);
    const { rows } = await pool.query<{ jobs: number }>(
      `select count(*)::integer as jobs from graphile_worker.jobs
        where task_identifier = 'reconcile_ticket' and attempts < max_attempts`,
    );
    expect(rows[0]?.jobs).toBe(QUEUED + 1);
    expect(bridge.countUnasked()).toBe(0);
    await pool.end();
  });
});
