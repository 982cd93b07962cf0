import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults, parseLastLine, toLastLine } from './countResults.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { runMain } from './runMain.mjs';
import { runScript } from './runProgram.mjs';

/** @typedef {{ name: string, script: string, args: string[], env?: Record<string, string> }} Stage */

const TEST_TIMEOUT_MS = 3_600_000;

/**
 * `npm run check`: everything that must hold before a change goes in. All stages run, also after a failed one. The last
 * line, alone, is that of the tests, with one failure more for every other stage that failed.
 */
async function main() {
  const counts = await runStages().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    return countResults(undefined, 1);
  });
  console.log(toLastLine(counts));
  return counts.failed === 0 ? 0 : 1;
}

async function runStages() {
  await ensureInstalled();
  const packageFolder = mkdtempSync(join(tmpdir(), 'support-credits-package-'));
  try {
    const failedStages = await countFailed(listStages(packageFolder));
    console.log('test …');
    const options = { show: true, timeoutMs: TEST_TIMEOUT_MS };
    const tests = parseLastLine((await runScript('src/playground/test.mjs', [], options)).output);
    if (failedStages > 0) console.log(`${failedStages} of the stages before the tests failed, see above.`);
    return { passed: tests.passed, failed: tests.failed + failedStages };
  } finally {
    rmSync(packageFolder, { recursive: true, force: true });
  }
}

/**
 * @param {string} packageFolder Where the trial package goes: it carries a made-up address and must not lie in `dist`.
 * @returns {Stage[]}
 */
function listStages(packageFolder) {
  return [
    { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '.'] },
    { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
    { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
    { name: 'unused', script: 'node_modules/knip/bin/knip.js', args: [] },
    {
      name: 'package',
      script: 'src/playground/package.mjs',
      args: [packageFolder],
      env: {
        BRIDGE_URL: 'https://bridge.example.test',
        ZENDESK_WEBHOOK_SECRET: 'only-for-the-trial-package-of-the-check',
      },
    },
  ];
}

/**
 * Runs the stages, two at a time: none needs what another one leaves behind.
 * @param {Stage[]} stages
 */
async function countFailed(stages) {
  const left = [...stages];
  let failed = 0;
  const work = async () => {
    for (let stage = left.shift(); stage !== undefined; stage = left.shift()) {
      if (!(await passes(stage))) failed += 1;
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

/**
 * Runs one stage, prints its line, and its output when it failed.
 * @param {Stage} stage
 */
async function passes({ name, script, args, env }) {
  const startedAt = Date.now();
  const { code, output } = await runScript(script, args, { env: { ...process.env, ...env } });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${name.padEnd(8)} ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
  return code === 0;
}

await runMain(main);
