import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { findInstalledPrograms } from '../../../../src/adapters/postgres/embedded/findInstalledPrograms';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { makeMemoryFolder } from '../../../helpers/makeMemoryFolder';
import { findServerProcesses } from './processes';

describe('startEmbeddedPostgres', () => {
  let dataDir: string;
  const running: EmbeddedPostgres[] = [];

  const start = async (options: Partial<EmbeddedPostgresOptions> = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, ...options });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    dataDir = makeMemoryFolder('embedded');
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    expect(findServerProcesses(dataDir)).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('gives a real server: UTF8, C order, UTC, synchronous, loopback only', async () => {
    const server = await start();
    expect(await query(server.connectionString, settingsQuery)).toEqual([
      {
        encoding: 'UTF8',
        collate: 'C',
        timezone: 'UTC',
        fsync: 'on',
        synchronous_commit: 'on',
        listen_addresses: '127.0.0.1',
      },
    ]);
  });

  it('lets nobody in without the password, which only the owner can read', async () => {
    const { connectionString } = await start();
    const url = new URL(connectionString);
    url.password = 'wrong';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
  });

  it('keeps the data over a stop and a second start', async () => {
    const first = await start();
    await query(first.connectionString, 'create table kept as select 42 as answer');
    await first.stop();
    expect(findServerProcesses(dataDir)).toEqual([]);
    const second = await start();
    expect(await query(second.connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts a server again that was killed, on the same address, with what was committed', async () => {
    const told: string[] = [];
    const tell = (_fields: object, message: string) => void told.push(message);
    const server = await start({ logger: { info: tell, warn: tell } });
    await query(server.connectionString, 'create table kept as select 42 as answer');
    process.kill(
      Number(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    while (!told.includes('embedded database started again')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await query(server.connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(told).toContain('embedded database ended by itself');
  });

  it('leaves nothing running when it is stopped before a killed server was started again', async () => {
    const server = await start();
    process.kill(
      Number(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    await server.stop();
    expect(findServerProcesses(dataDir)).toEqual([]);
  });

  it('stops once when it is asked twice', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
  });

  it('refuses a second start on a folder in use, and leaves the first running', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'embedded_postgres_locked' });
    expect(await query(first.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets one of two simultaneous starts win', async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('starts over a stale pid file whose number belongs to another program by now', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataDir, 'cluster/postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n1\n1\n`);
    const second = await start();
    expect(await query(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over the lock of an owner that is gone, and over a database made half-way', async () => {
    writeFileSync(
      join(dataDir, 'owner.json'),
      JSON.stringify({ pid: process.pid, identity: 'an earlier life' }),
    );
    writeFileSync(join(dataDir, 'cluster.new'), 'rubble');
    const server = await start();
    expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('uses an installed server where the packaged one cannot run', async () => {
    const installed = findInstalledPrograms().map((binFolder) => ({ binFolder }));
    if (installed.length === 0) {
      // Nothing installed here: then the failure has to be the named one.
      await expect(start({ programs: [{ binFolder: '/nowhere' }] })).rejects.toMatchObject({
        code: 'embedded_postgres_unavailable',
      });
      return;
    }
    const server = await start({ programs: [{ binFolder: '/nowhere' }, ...installed] });
    expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says to set DATABASE_URL where no server can run', async () => {
    await expect(start({ programs: [] })).rejects.toMatchObject({
      code: 'embedded_postgres_unavailable',
      message: expect.stringContaining('DATABASE_URL'),
    });
  });

  it('refuses programs of another major version than the data, and says how to come over', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({
      code: 'embedded_postgres_outdated',
      message: expect.stringMatching(/is of PostgreSQL 9, .*backup --out FILE.*restore --from FILE/),
    });
  });

  it('says why the server did not start', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(dataDir, 'cluster/global'), { recursive: true });
    await expect(start()).rejects.toMatchObject({
      code: 'embedded_postgres_failed',
      message: expect.stringContaining('pg_control'),
    });
  });
});

const settingsQuery = `
  select pg_encoding_to_char(encoding) as encoding, datcollate as collate, current_setting('timezone') as timezone,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
         current_setting('listen_addresses') as listen_addresses
    from pg_database where datname = current_database()`;

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}
