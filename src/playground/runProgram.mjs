import { spawn } from 'node:child_process';
import { projectRoot } from './projectRoot.mjs';

/**
 * @typedef {object} ProgramOptions
 * @property {NodeJS.ProcessEnv} [env] Instead of our own environment.
 * @property {boolean} [show] Print the output as it comes, besides keeping it.
 * @property {number} [timeoutMs] Kill it after this; 10 minutes when not given.
 */

const DEFAULT_TIMEOUT_MS = 600_000;

/**
 * Runs a program in the project root to its end, without input. Never rejects: a program that cannot be started ends
 * with code 127, one that took too long or was killed with code 1.
 * @param {string} program
 * @param {string[]} args
 * @param {ProgramOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // The time-out of `spawn` itself would hold the process for as long when the program cannot be started.
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (options.show) process.stdout.write(text);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a script of an installed package with the Node that runs us.
 * @param {string} script Path from the project root.
 * @param {string[]} args
 * @param {ProgramOptions} [options]
 */
export const runScript = (script, args, options) => runProgram(process.execPath, [script, ...args], options);
