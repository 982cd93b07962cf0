import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../../src/playground/ensureBuilt.mjs';
import { runScript } from '../../../src/playground/runProgram.mjs';
import { FAULTS } from './faultList';
import type { FaultName } from './faultList';

/** A run that takes longer hangs; it is ended. */
const LONGEST_MS = 1_800_000;

/** What is read of the file that jest writes. */
type Results = { testResults: { message: string; assertionResults: Test[] }[] };
type Test = { fullName: string; status: string; duration?: number | null; failureMessages: string[] };

/** Lets these faults happen, all when none is named, and prints what became of each; answers 0 when all did as stated, else 1. */
export async function runFaults(named: readonly FaultName[]): Promise<number> {
  const names = named.length > 0 ? named : (Object.keys(FAULTS) as FaultName[]);
  await ensureBuilt();
  console.log(`${names.length} faults; what became of each is told at the end, after some minutes …`);
  const startedAt = performance.now();
  const results = await runTests(names);
  const verdicts = names.map((name) => judge(name, results));
  for (const { text } of verdicts) console.log(text);
  const failed = verdicts.filter(({ isRight }) => !isRight).length;
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(`${names.length - failed} faults did as stated, ${failed} did not, in ${seconds} s`);
  return failed === 0 ? 0 : 1;
}

async function runTests(names: readonly FaultName[]): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-faults-'));
  const resultFile = join(folder, 'results.json');
  const config = 'tests/chaos/faults/jest.config.cjs';
  const titles = `(^| )(${names.join('|')}): `;
  // What the system still holds of a connection that was reset must not keep the run from ending.
  const args = [
    ...['-c', config, '--json', `--outputFile=${resultFile}`],
    ...['--testNamePattern', titles, '--forceExit'],
  ];
  try {
    const { output } = await runScript('node_modules/jest/bin/jest.js', args, { timeoutMs: LONGEST_MS });
    return readResults(resultFile, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResults(path: string, output: string): Results {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Results;
  } catch {
    throw new Error(`The run of faults left no results.\n${output}`);
  }
}

/** A fault did as stated when each of its tests passed, and there was one. */
function judge(name: FaultName, { testResults }: Results): { isRight: boolean; text: string } {
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => new RegExp(`(^| )${name}: `).test(fullName));
  const isRight = tests.length > 0 && tests.every(({ status }) => status === 'passed');
  const seconds = tests.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1_000;
  const lines = [
    `${isRight ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`,
    `        ${FAULTS[name]}`,
    ...tests.flatMap(({ failureMessages }) => failureMessages),
    ...(tests.length === 0
      ? ['It was not run.', ...testResults.map(({ message }) => message).filter(Boolean)]
      : []),
  ];
  return { isRight, text: lines.join('\n') };
}
