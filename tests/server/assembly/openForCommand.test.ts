import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { joinEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/joinEmbeddedPostgres';
import { readProcessIdentity } from '../../../src/adapters/postgres/embedded/processIdentity';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { explainLoss } from '../../../src/server/assembly/explainLoss';
import { openForCommand } from '../../../src/server/assembly/openDatabase';
import { StopList } from '../../../src/server/stopList';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a command beside a bridge that runs the database of the folder', () => {
  let dataDir: string;
  const folder = () => join(dataDir, 'postgres');

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'support-credits-join-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('works on it, waits for one that is starting, leaves it running, and says so when it ends', async () => {
    const config = { databaseUrl: undefined, dataDir, mode: 'live', logLevel: 'error' } as const;

    // given: a bridge that has started its database and does not have its schema yet
    const bridge = await startEmbeddedPostgres({ dataDir: folder() });
    const stops = new StopList();
    const opening = openForCommand(config, logger, stops);
    await pause(300);
    await migrate({ connectionString: bridge.connectionString });

    // when: a command comes and goes
    const first = await opening;
    expect(first).toMatchObject({ joinedFolder: folder(), connectionString: bridge.connectionString });
    expect(await stops.stopAll(5_000)).toBe(true);

    // then: the next one finds it running still
    const { pool } = await openForCommand(config, logger, stops);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    const broken = await pool.query('select no_such_column').catch((error: unknown) => error);
    expect(await explainLoss(broken, folder())).toBe(broken);

    // when: the bridge ends while the command works
    const working = pool.query('select pg_sleep(10)').catch((error: unknown) => error);
    await pause(100);
    await bridge.stop();

    // then: the command says why it failed
    expect(await explainLoss(await working, folder())).toMatchObject({
      code: 'embedded_postgres_ended',
      message: expect.stringContaining('has ended, and this command with it: run it again.'),
    });
    await stops.stopAll(5_000);

    // when: nobody runs it any more
    const alone = await openForCommand(config, logger, stops);

    // then: the command starts it by itself
    expect(alone.joinedFolder).toBeUndefined();
    expect(await stops.stopAll(20_000)).toBe(true);
  });

  it('gives up after a while on an owner whose database takes no connections', async () => {
    const own = { pid: process.pid, identity: readProcessIdentity(process.pid) };
    writeFileSync(join(folder(), 'owner.json'), JSON.stringify(own));
    await expect(joinEmbeddedPostgres({ dataDir: folder(), waitMs: 250 })).rejects.toMatchObject({
      code: 'embedded_postgres_locked',
      message: expect.stringContaining('run the command again in a moment'),
    });
    const told = joinEmbeddedPostgres({ dataDir: folder(), signal: AbortSignal.abort() });
    await expect(told).rejects.toMatchObject({ code: 'embedded_postgres_locked' });
  });
});
