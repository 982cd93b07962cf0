/**
 * @typedef {object} JestResults What we read of jest's `--json` output.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites Suites that did not run at all.
 */

/**
 * Counts for the last line. A suite that did not run is one failure, and so is a run without results, without a single
 * test, or one that jest calls failed although no test did (a tear-down that broke).
 * @param {JestResults | undefined} results
 * @param {number} exitCode
 * @returns {{ passed: number, failed: number }}
 */
export function countResults(results, exitCode) {
  if (results === undefined) return { passed: 0, failed: 1 };
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const isBroken = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isBroken ? 1 : failed };
}

/** @param {{ passed: number, failed: number }} counts */
export const toLastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * The counts in the last line of a test run's output.
 * @param {string} output
 */
export function parseLastLine(output) {
  const match = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').at(-1) ?? '');
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : { passed: 0, failed: 1 };
}
