import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { chooseServer } from '../../../../src/adapters/postgres/embedded/chooseServer';
import { findFreePort } from '../../../../src/adapters/postgres/embedded/findFreePort';
import { findPackagedProgram } from '../../../../src/adapters/postgres/embedded/findPackagedProgram';
import { initCluster } from '../../../../src/adapters/postgres/embedded/initCluster';
import { launchServer } from '../../../../src/adapters/postgres/embedded/launchServer';
import { listServerUsers } from '../../../../src/adapters/postgres/embedded/serverUser';
import { startEmbeddedPostgres } from '../../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { compileChild } from './compileChild';
import { findServerProcesses, waitForNoServer } from './processes';

describe('a server whose owner dies', () => {
  let folder: string;
  let dataDir: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    for (const pid of findServerProcesses(dataDir)) process.kill(pid, 'SIGKILL');
    await waitForNoServer(dataDir, 5_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with it, and what was committed is there at the next start', async () => {
    const child = spawn(process.execPath, [compileChild(folder), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [address] = (await once(child.stdout, 'data')) as [Buffer];
    await query(address.toString().trim(), 'create table kept as select 42 as answer');
    expect(findServerProcesses(dataDir)).not.toEqual([]);

    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await waitForNoServer(dataDir, 15_000)).toBe(true);

    const next = await startEmbeddedPostgres({ dataDir });
    expect(await query(next.connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
  });

  it('is found and stopped at the next start where the system does not tell it of the death', async () => {
    // Given a server that runs on without an owner, as the least privileged way to run it here leaves it.
    const first = await startEmbeddedPostgres({ dataDir });
    await first.stop();
    const users = listServerUsers(process.getuid?.() ?? -1, 0).filter(
      (user) => !user.prefix.includes('setpriv'),
    );
    const orphan = await launchServer(
      dataDir,
      await chooseServer(packagedPrograms(), users, undefined),
      await findFreePort(),
    );
    // When the folder is started again.
    const warnings: string[] = [];
    const logger = {
      info: () => undefined,
      warn: (_: object, message: string) => void warnings.push(message),
    };
    const next = await startEmbeddedPostgres({ dataDir, logger });
    // Then the orphan is gone and the data is served.
    expect(orphan.isRunning()).toBe(false);
    expect(warnings).toEqual(['stopped a database server that outlived its owner']);
    expect(await query(next.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it('can also run as the user that root becomes where user namespaces are forbidden', async () => {
    // The last way is `nobody` for root, and the plain user for everyone else.
    const users = listServerUsers(process.getuid?.() ?? -1, undefined).slice(-1);
    rmSync(dataDir, { recursive: true, force: true });
    const server = await startWith(users);
    expect(server.isRunning()).toBe(true);
    process.kill(server.pid, 'SIGINT');
    await server.exited;
    // And an ordinary start goes on with the files that user made.
    const next = await startEmbeddedPostgres({ dataDir });
    expect(await query(next.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  async function startWith(users: ReturnType<typeof listServerUsers>) {
    chmodSync(folder, 0o755);
    mkdirSync(dataDir, { mode: 0o700 });
    const server = await chooseServer(packagedPrograms(), users, undefined);
    await initCluster(dataDir, server);
    return launchServer(dataDir, server, await findFreePort());
  }
});

function packagedPrograms() {
  const native = findPackagedProgram(__dirname);
  if (native === undefined) throw new Error('The packaged server is not installed.');
  return [{ binFolder: join(native, 'bin') }];
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}
