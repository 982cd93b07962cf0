import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { compileSources } from '../../../helpers/compileSources';

jest.setTimeout(180_000);

const ROUNDS = 20;

/** What the child is made of. */
const SOURCES = [
  'src/domain',
  'src/use-cases',
  'src/adapters/postgres',
  'tests/adapters/postgres/crash',
  'tests/domain',
];

let pool: Pool;
let url: string;
let close: () => Promise<void>;
let folder: string;

beforeEach(async () => {
  ({ pool, url, close } = await openTestLedger());
  folder = mkdtempSync(join(tmpdir(), 'support-credits-crash-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close();
});

/** Debits in a process of its own until `untilAcknowledged` debits were told, then kills it with SIGKILL. */
async function debitAndDie(script: string, firstId: number, untilAcknowledged: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, url, String(firstId)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === untilAcknowledged) child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

describe('a bridge killed in the middle of its work', () => {
  it('has never told of a debit that is not there, in twenty rounds, and its ledger adds up', async () => {
    compileSources(folder, SOURCES);
    const script = join(folder, 'tests/adapters/postgres/crash/debitChild.js');
    const told: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      told.push(...(await debitAndDie(script, round * 100_000, 1 + ((round * 37) % 150))));
    }
    expect(told.length).toBeGreaterThan(ROUNDS);
    const { rows } = await pool.query<{ key: string }>(
      `select 'debit:zt_' || id || ':0' as key from unnest($1::text[]) as told (id)
       except select key from support_credits.ledger_entries`,
      [told],
    );
    expect(rows).toEqual([]);
  });
});
