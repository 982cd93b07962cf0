import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/adapters/postgres/embedded/findFreePort';
import { runCommand } from '../chaos/world/runCommand';
import { buildBridge } from '../chaos/world/startBridge';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const GRANT = '--account 1001 --credits 3 --source goodwill --reason apology --actor Ann --key CASE-1 --yes';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-credits-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bridge without Zendesk and billing: nobody listens on that port. */
const environmentOf = (dataDir: string) => ({
  DATA_DIR: join(folder, dataDir),
  ZENDESK_URL: 'http://127.0.0.1:9',
  ZENDESK_CLIENT_ID: 'support_credits',
  ZENDESK_CLIENT_SECRET: 'the secret of the client',
  ZENDESK_WEBHOOK_SECRET: 'webhook-secret-of-thirty-two-characters',
  SIDEBAR_SHARED_SECRET: 'sidebar-secret-of-thirty-two-characters',
  BILLMANAGER_URL: 'http://127.0.0.1:9',
  BILLMANAGER_AUTHINFO: 'support-bridge:playground',
});

const run = (dataDir: string, line: string) => runCommand(environmentOf(dataDir), line.split(' '));

const startBridge = async (dataDir: string) => {
  const logPath = join(folder, `${dataDir}.log`);
  const bridge = buildBridge({ port: await findFreePort(), env: environmentOf(dataDir), logPath });
  await bridge.start();
  return bridge;
};

/** As a disk on which files cannot grow above a kilobyte. */
function runWithoutRoom(dataDir: string, line: string): Promise<{ code: unknown; errors: string }> {
  const command = `ulimit -f 1; exec "${process.execPath}" dist/bridge/support-credits.js ${line}`;
  const env = { ...process.env, ...environmentOf(dataDir) };
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: ROOT, env }, (error, _, errors) => {
      resolve({ code: error?.code ?? 0, errors });
    });
  });
}

describe('a host with the embedded database', () => {
  it('is backed up beside its bridge and restored into another folder, where the bridge goes on', async () => {
    const file = join(folder, 'backup');

    // given: a bridge at work, and a command beside it
    const bridge = await startBridge('old');
    expect(await run('old', `grant ${GRANT}`)).toMatchObject({ code: 0, errors: expect.anything() });

    // when: it is backed up
    expect(await run('old', `backup --out ${file}`)).toMatchObject({ code: 0, errors: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    // then: nothing is left of a backup without room, and none is restored over the database of the bridge
    const [cramped, refused] = await Promise.all([
      runWithoutRoom('old', `backup --out ${file}-again`),
      run('old', `restore --from ${file}`),
    ]);
    expect(cramped).toEqual({
      code: 1,
      errors: 'There is no room for the file. Free some, or name another place.\n',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual(['backup']);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toMatch(/^embedded_postgres_locked: .* is in use by process \d+: stop it first/);

    // when: it is restored into an empty folder while the bridge ends
    const [restored, exitCode] = await Promise.all([
      run('new', `restore --from ${file}`),
      bridge.end('SIGTERM'),
    ]);
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('Restored: 1 entries of 1') });
    expect(exitCode).toBe(0);

    // then: the bridge goes on there, on the same ledger
    const next = await startBridge('new');
    expect((await run('new', 'verify')).output).toMatch(/^The ledger holds: 1 entries of 1 accounts/);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(next.countUnasked()).toBe(0);
  });
});
