import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBackupFiles } from '../../../src/adapters/postgres/backup/buildBackupFiles';
import { buildBackupSource } from '../../../src/adapters/postgres/backup/buildBackupSource';
import { claimMode } from '../../../src/adapters/postgres/claimMode';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { createNewFile } from '../../../src/adapters/system/createNewFile';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';
import { runLine } from './runLine';

type TestLedger = Awaited<ReturnType<typeof openTestLedger>>;

let folder: string;
let path: string;
let source: TestLedger;
let target: TestLedger;
let opened: number;

beforeAll(async () => {
  source = await openTestLedger();
  await claimMode(source.pool, 'live');
  await seedEveryKind(source.ledger, '1001');
});
afterAll(() => source.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-credits-cli-'));
  path = join(folder, 'ledger.backup');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const runBackup = (line: string, isWatched = false) =>
  runLine(
    line,
    { openBackup: async () => ({ source: buildBackupSource(source.url), createFile: createNewFile }) },
    { isWatched },
  );

const runRestore = (
  line: string,
  { mode = 'live', isWatched = false }: { mode?: 'live' | 'shadow'; isWatched?: boolean } = {},
) =>
  runLine(
    line,
    {
      openRestore: async () => ({
        mode,
        files: buildBackupFiles(),
        openTarget: async () => {
          opened += 1;
          return { databaseUrl: target.url, proof: buildLedgerProof(target.pool) };
        },
      }),
    },
    { isWatched },
  );

describe('support-credits backup', () => {
  it('says in one sentence what is in the file, and shows how far it came only when somebody watches', async () => {
    const { code, out, err } = await runBackup(`backup --out ${path}`);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Backed up: 10 entries of 1 accounts as of 20\d\d-.*Z, \d+ kB in .*ledger\.backup\.\n$/,
    );
    expect(err).toBe('');
    expect((await runBackup(`backup --out ${path}.2`, true)).err).toContain('MB written');
  });

  it('never writes over a file that is there, and reads nothing then', async () => {
    await runBackup(`backup --out ${path}`);
    await expect(runBackup(`backup --out ${path}`)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readdirSync(folder)).toEqual(['ledger.backup']);
  });

  it('leaves no part of a file when the database fails', async () => {
    await source.pool.query('alter table support_credits.ledger_mode rename to moved');
    await expect(runBackup(`backup --out ${path}`)).rejects.toThrow('ledger_mode');
    await source.pool.query('alter table support_credits.moved rename to ledger_mode');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('wants a file, and nothing else', async () => {
    expect((await runBackup('backup')).code).toBe(2);
    expect((await runBackup('backup now')).code).toBe(2);
  });
});

describe('support-credits restore', () => {
  beforeEach(async () => {
    target = await openTestLedger();
    opened = 0;
  });
  afterEach(() => target.close());

  it('says what was restored and that it holds, and what to do next', async () => {
    await runBackup(`backup --out ${path}`);
    const { code, out, err } = await runRestore(`restore --from ${path}`, { isWatched: true });
    expect(code).toBe(0);
    expect(out).toMatch(/^Restored: 10 entries of 1 accounts as of 20\d\d-.*Z\. The ledger holds\.\n$/);
    expect(err).toMatch(/checked.*loaded.*proved.*sweep --from 20\d\d-[^ ]*Z --rebuild/s);
  });

  it('ends with 1 and names the bad row of a ledger that did not hold when it was backed up', async () => {
    await source.pool.query(
      'update support_credits.credit_accounts set balance_credits = balance_credits + 1',
    );
    await runBackup(`backup --out ${path}`);
    const { code, out, err } = await runRestore(`restore --from ${path}`);
    expect(code).toBe(1);
    expect(out).toContain(
      'The ledger does not hold. Account 1001: its balance says 2, its entries add up to 1.',
    );
    expect(err).toContain('Let no bridge run on it');
    for (const { pool } of [source, target])
      await pool.query('update support_credits.credit_accounts set balance_credits = balance_credits - 1');
  });

  it('opens no database for a ledger of the other mode, or for a file that is none', async () => {
    await runBackup(`backup --out ${path}`);
    const other = runRestore(`restore --from ${path}`, { mode: 'shadow' });
    await expect(other).rejects.toThrow('The backup holds the ledger of live mode, and MODE is shadow');
    await expect(runRestore(`restore --from ${folder}/nothing`)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(runRestore('restore --from package.json')).rejects.toMatchObject({
      code: 'backup_unreadable',
    });
    expect((await runRestore('restore')).code).toBe(2);
    expect(opened).toBe(0);
    expect(existsSync(`${folder}/nothing`)).toBe(false);
  });
});
