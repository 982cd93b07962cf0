import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildLedgerExport } from '../../../src/adapters/postgres/buildLedgerExport';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { buildFindingTexts } from '../../../src/adapters/texts/buildFindingTexts';
import { OPERATOR_COMMANDS } from '../../../src/server/cli/operatorCommands';
import { runOperatorCommand } from '../../../src/server/cli/runOperatorCommand';
import { renderUsage } from '../../../src/server/cli/usage';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';

const NOW = '2026-06-01T12:00:00.000Z';

let pool: Pool;
let ledger: Ledger;
let close: () => Promise<void>;
let folder: string;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  ledger = buildLedger(pool, { now: () => new Date(NOW) });
  folder = mkdtempSync(join(tmpdir(), 'support-credits-cli-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close();
});

/** Runs a command line on the test's database, with a terminal that remembers what was said. */
async function run(line: string, options: { answer?: boolean; isWatched?: boolean } = {}) {
  const [name = '', ...args] = line.split(' ');
  const said = { out: '', err: '', asked: 0 };
  const command = OPERATOR_COMMANDS.get(name)!;
  const terminal = {
    write: async (text: string) => void (said.out += text),
    say: (text: string) => void (said.err += text),
    isWatched: options.isWatched ?? false,
    canAsk: options.answer !== undefined,
    ask: async () => {
      said.asked += 1;
      return options.answer ?? false;
    },
  };
  const openStore = async () => ({
    ledger,
    proof: buildLedgerProof(pool),
    export: buildLedgerExport(pool),
    clock: { now: () => new Date(NOW) },
  });
  const notNeeded = () => Promise.reject(new Error('no command on the ledger asks billing or the helpdesk'));
  const others = {
    openBilling: notNeeded,
    openZendesk: notNeeded,
    openSweep: notNeeded,
    openShadow: notNeeded,
    openBackup: notNeeded,
    openRestore: notNeeded,
    findingTexts: buildFindingTexts(),
  };
  const code = await runOperatorCommand(command, args, terminal, { openStore, ...others });
  return { code, ...said };
}

const countEntries = async () => (await pool.query('select 1 from support_credits.ledger_entries')).rowCount;
const countAccounts = async () =>
  (await pool.query('select 1 from support_credits.credit_accounts')).rowCount;
const GRANT = 'grant --account 1001 --credits 3 --source goodwill --reason apology --actor Ann --key CASE-1';
const ADJUST = 'adjust --account 1001 --credits -2 --reason slip --actor Ann --key CASE-2';

describe('support-credits grant', () => {
  it('says what will happen and writes it after a yes', async () => {
    const { code, err, out, asked } = await run(GRANT, { answer: true });
    expect([code, asked]).toEqual([0, 1]);
    expect(err).toContain('the balance of account 1001 goes from 0 to 3');
    expect(out).toBe('Written: given:CASE-1. Balance 3.\n');
    const { rows } = await pool.query('select actor, proof, reason from support_credits.ledger_entries');
    expect(rows).toEqual([
      { actor: { kind: 'operator', name: 'Ann' }, proof: { reason: 'apology' }, reason: 'goodwill' },
    ]);
  });

  it('writes nothing after a no, and nothing where nobody can be asked', async () => {
    expect((await run(GRANT, { answer: false })).code).toBe(1);
    expect((await run(GRANT)).err).toContain('--yes');
    expect([await countEntries(), await countAccounts()]).toEqual([0, 0]);
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    const { code, err } = await run(`${GRANT} --dry-run`);
    expect(code).toBe(0);
    expect(err).toContain('from 0 to 3');
    expect([await countEntries(), await countAccounts()]).toEqual([0, 0]);
  });

  it('gives the credits once, however often the same key and input come', async () => {
    await run(`${GRANT} --yes`);
    await run(
      'grant --account 1001 --credits 1 --source goodwill --reason more --actor Ann --key CASE-9 --yes',
    );
    const again = await run(`${GRANT} --yes`);
    expect(again).toMatchObject({ code: 0, asked: 0 });
    expect(again.out).toBe(`Already recorded at ${NOW}; the balance after it was 3.\n`);
    expect((await ledger.readTotals('1001')).balanceCredits).toBe(4);
  });

  it.each([
    ['another amount', GRANT.replace('--credits 3', '--credits 4')],
    ['another client', GRANT.replace('1001', '1002')],
    ['another deed', ADJUST.replace('CASE-2', 'CASE-1')],
  ])('names key_reused when the key comes with %s', async (_what, line) => {
    await run(`${GRANT} --yes`);
    const { code, err } = await run(`${line} --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/^key_reused: /);
    expect(await countEntries()).toBe(1);
  });

  it('refuses a grant that has ended already', async () => {
    const { code, err } = await run(`${GRANT} --expires 2026-05-31T00:00:00Z --yes`);
    expect(code).toBe(1);
    expect(err).toContain('already_ended');
  });
});

describe('support-credits adjust', () => {
  it('takes credits, with a minus that stands apart', async () => {
    await run(`${GRANT} --yes`);
    expect((await run(`${ADJUST} --yes`)).out).toBe('Written: given:CASE-2. Balance 1.\n');
    expect((await run(`${ADJUST} --yes`)).out).toContain('Already recorded');
  });

  it('takes no more than the client can spend, unless a debt is allowed, which the next grant repays', async () => {
    const refused = await run(`${ADJUST} --yes`);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('insufficient_credits');
    expect(await countAccounts()).toBe(0);
    expect((await run(`${ADJUST} --allow-debt --yes`)).out).toContain('Balance -2.');
    expect((await run(`${GRANT} --yes`)).out).toContain('Balance 1.');
    expect((await run('verify')).code).toBe(0);
  });
});

describe('support-credits balance', () => {
  it('reads either clock at a moment of the past', async () => {
    await seedEveryKind(ledger, '1001');
    const read = async (options: string) => (await run(`balance --account 1001 ${options}`.trim())).out;
    const now = await read('');
    expect(await read(`--as-of ${NOW}`)).toBe(now);
    expect(await read('--as-of 2026-03-01T10:00:00Z')).toBe('4\n');
    expect(await read('--as-of 2026-05-01T10:00:00Z')).toBe('1\n');
    expect(await read('--as-of 2026-05-01T10:00:00Z --clock recorded')).toBe('0\n');
    expect((await run('balance --account 9999')).out).toBe('0\n');
  });
});

describe('support-credits verify', () => {
  it('prints counts and rate, for people or as JSON', async () => {
    await seedEveryKind(ledger, '1001');
    expect((await run('verify')).out).toMatch(/^The ledger holds: 10 entries of 1 accounts proved in/);
    expect(JSON.parse((await run('verify --json')).out)).toMatchObject({ ok: true, entryCount: 10 });
  });

  it('ends with 1 and one sentence that names the bad row', async () => {
    await seedEveryKind(ledger, '1001');
    await pool.query(`update support_credits.credit_accounts set balance_credits = balance_credits + 1`);
    expect(await run('verify')).toMatchObject({
      code: 1,
      out: 'The ledger does not hold. Account 1001: its balance says 2, its entries add up to 1.\n',
    });
    expect(JSON.parse((await run('verify --json')).out)).toMatchObject({ ok: false });
    await pool.query(`update support_credits.credit_accounts set balance_credits = balance_credits - 1`);
  });

  it('draws a bar only when somebody watches', async () => {
    await seedEveryKind(ledger, '1001');
    expect((await run('verify')).err).toBe('');
    expect((await run('verify', { isWatched: true })).err).toContain('100 %');
  });
});

describe('support-credits export', () => {
  const AWKWARD = '10,0"1\n1';

  it('writes every entry once, in the order of the chains, and CSV says the same as JSON lines', async () => {
    await seedEveryKind(ledger, '1001');
    await seedEveryKind(ledger, '1002');
    const lines = (await run('export --format jsonl')).out.trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map((each) => [each['billingAccountId'], each['accountSeq']])).toEqual(
      ['1001', '1002'].flatMap((id) => Array.from({ length: 10 }, (_, index) => [id, index + 1])),
    );
    const [head = '', ...rows] = (await run('export --format csv')).out.trimEnd().split('\r\n');
    const names = head.split(',');
    const toCells = (entry: Record<string, unknown>) =>
      names.map((name) => String(entry[name] ?? '')).join(',');
    expect(rows).toEqual(entries.map(toCells));
  });

  it('quotes a field with a comma, a quote or a line break', async () => {
    await ledger.appendDecided({ billingAccountId: AWKWARD, occurredAt: NOW }, () => ({
      ok: true,
      value: [],
    }));
    await seedEveryKind(ledger, AWKWARD);
    const { out } = await run('export --format csv');
    expect(out.split('\r\n')[1]).toMatch(/^"10,0""1\n1",1,"given:10,0""1\n1:first",grant,3,3,goodwill,/);
  });

  it('leaves out the names and texts of people', async () => {
    await seedEveryKind(ledger, '1001');
    const { out } = await run('export --format jsonl');
    expect(out).not.toMatch(/Ann|why|slip/);
    expect(out).toContain('"actorKind":"operator"');
  });

  it('writes one client into a new file, and never over an old one', async () => {
    await seedEveryKind(ledger, '1001');
    await seedEveryKind(ledger, '1002');
    const path = join(folder, 'entries.csv');
    expect((await run(`export --format csv --account 1002 --out ${path}`)).code).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(11);
    expect(text).not.toContain('1001');
    await expect(run(`export --format csv --out ${path}`)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('a command line that means nothing', () => {
  it.each([
    ['verify --fast', "Unknown option '--fast'"],
    ['verify now', 'Unexpected argument'],
    ['export --format xml', '--format wants csv or jsonl'],
    ['balance', '--account is missing'],
    ['balance --account 1001 --as-of yesterday', '--as-of wants a time'],
    [GRANT.replace(' --key CASE-1', ''), '--key is missing'],
    [GRANT.replace('--credits 3', '--credits 2.5'), '--credits wants a whole number'],
    [GRANT.replace('--credits 3', '--credits -3'), 'use adjust'],
    [GRANT.replace('goodwill', 'pack'), '--source wants goodwill or adjustment'],
    [ADJUST.replace('-2', '2'), 'use grant --source adjustment'],
  ])('%s ends with 2 and the usage, and opens nothing', async (line, sentence) => {
    const { code, err } = await run(line);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: support-credits');
  });

  it('is helped by a usage that lists every command', () => {
    for (const name of ['serve', 'migrate', ...OPERATOR_COMMANDS.keys()]) {
      expect(renderUsage()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
  });
});
