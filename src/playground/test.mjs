import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults, toLastLine } from './countResults.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { ensurePrograms } from './ensurePrograms.mjs';
import { runMain } from './runMain.mjs';
import { runScript } from './runProgram.mjs';

const RUN_TIMEOUT_MS = 3_600_000;

/** `npm test`: sets up what is missing and runs every suite. The last line, alone, is `N passed, N failed`. */
async function main() {
  const counts = await runTests().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    return countResults(undefined, 1);
  });
  console.log(toLastLine(counts));
  return counts.failed === 0 ? 0 : 1;
}

async function runTests() {
  await ensureInstalled();
  await ensureBuilt();
  await ensurePrograms(['curl', 'openssl']);
  const env = { ...process.env, CHROMIUM_PATH: await ensureChromium() };
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-results-'));
  try {
    const resultFile = join(folder, 'results.json');
    const args = [
      '-c',
      'tests/jest.config.cjs',
      '--json',
      `--outputFile=${resultFile}`,
      ...process.argv.slice(2),
    ];
    const options = { env, show: true, timeoutMs: RUN_TIMEOUT_MS };
    const { code } = await runScript('node_modules/jest/bin/jest.js', args, options);
    return countResults(readResults(resultFile), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @returns {import('./countResults.mjs').JestResults | undefined}
 */
function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

await runMain(main);
