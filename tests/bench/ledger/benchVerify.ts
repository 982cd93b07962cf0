import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from '../figure';
import type { VerifyResult } from './verifyChild';

const COMPILER = join(__dirname, '../../simulators/compileOnRequire.cjs');

const TIMEOUT_MS = 30 * 60_000;

/**
 * The proof over the whole seeded ledger, once, in a process of its own, whose memory is measured with the compiler of
 * the bench in it. Fails when the proof finds fault with the seed.
 */
export async function benchVerify(options: {
  connectionString: string;
  entries: number;
  progress(message: string): void;
}): Promise<Figure[]> {
  options.progress('Verifying ...');
  const child = ['--require', COMPILER, join(__dirname, 'verifyChild.ts')];
  const env = { ...process.env, DATABASE_URL: options.connectionString };
  const { stdout } = await promisify(execFile)(process.execPath, child, { env, timeout: TIMEOUT_MS });
  const { entryCount, seconds, peakMib, bad } = JSON.parse(stdout) as VerifyResult;
  if (bad !== undefined || entryCount !== options.entries) {
    throw new Error(`The seeded ledger does not verify: ${bad ?? `${entryCount} entries`}`);
  }
  const of = `${entryCount.toLocaleString('en')} entries`;
  return [
    {
      what: `verify ${of}`,
      unit: '/s',
      measured: entryCount / seconds,
      target: { atLeast: 100_000 },
      runs: 1,
    },
    { what: `memory to verify ${of}`, unit: 'MiB', measured: peakMib, target: { atMost: 200 }, runs: 1 },
  ];
}
