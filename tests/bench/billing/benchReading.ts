import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import type { Figure } from '../figure';
import type { ReadingResult } from './readingChild';

const COMPILER = join(__dirname, '../../simulators/compileOnRequire.cjs');
const TIMEOUT_MS = 5 * 60_000;

/**
 * The facts of one client with so many expenses, read over the wire from the simulated panel by a process of its own, and
 * what that adds to the memory of the same process for a client with one expense, which is Node, its libraries and the
 * compiler of the bench. Fails when a sum is not the one that was seeded.
 */
export async function benchReading(options: {
  expenses: number;
  progress(message: string): void;
}): Promise<Figure[]> {
  const { expenses, progress } = options;
  const simulator = await startBillmanager({ port: 0 });
  try {
    const short = await readHistory(simulator.url, 1);
    progress(`Reading ${expenses} expenses ...`);
    const long = await readHistory(simulator.url, expenses);
    const of = `a client with ${expenses.toLocaleString('en')} expenses`;
    return [
      { what: `expenses read of ${of}`, unit: '/s', measured: expenses / long.seconds, runs: 1 },
      {
        what: `memory that reading ${of} adds`,
        unit: 'MiB',
        measured: long.peakMib - short.peakMib,
        target: { atMost: 100 },
        runs: 1,
      },
      { what: 'memory of that process in all', unit: 'MiB', measured: long.peakMib, runs: 1 },
    ];
  } finally {
    await simulator.close();
  }
}

async function readHistory(url: string, expenses: number): Promise<ReadingResult> {
  const { accountId, spent } = await seedClient(url, expenses);
  const child = ['--require', COMPILER, join(__dirname, 'readingChild.ts'), url, accountId];
  const { stdout } = await promisify(execFile)(process.execPath, child, { timeout: TIMEOUT_MS });
  const read = JSON.parse(stdout) as ReadingResult;
  if (read.spendCents !== Number(spent.replace('.', '')) || read.expenseCount !== expenses) {
    throw new Error(`Read ${read.spendCents} cents of ${read.expenseCount} expenses, not EUR ${spent}.`);
  }
  return read;
}

async function seedClient(url: string, expenseCount: number): Promise<{ accountId: string; spent: string }> {
  const client = { email: `client${expenseCount}@long.test`, name: 'Long history', expenseCount };
  const response = await fetch(`${url}/_control/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clients: [client] }),
  });
  const { clients } = (await response.json()) as { clients: { accountId: string; spent: string }[] };
  const [seeded] = clients;
  if (seeded === undefined) throw new Error('The client was not seeded.');
  return seeded;
}
