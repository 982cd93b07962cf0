import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/**
 * @typedef {object} PartOptions
 * @property {string} name Stands before each line and names the log file.
 * @property {string[]} args Script and arguments for Node.
 * @property {Record<string, string>} env Besides our own environment.
 * @property {string} logFolder
 * @property {boolean} verbose Print each line too.
 */

/**
 * @typedef {object} Part A process of the playground that runs.
 * @property {string} name
 * @property {Promise<void>} ended Resolves when the process is gone.
 * @property {() => boolean} isRunning
 * @property {() => string[]} lastLines What it said last.
 * @property {(look: (line: string) => boolean) => Promise<void>} sawLine Resolves with the first line that fits, past ones too.
 * @property {() => Promise<void>} stop Asks it to end, and ends it after 10 s.
 */

const KEPT_LINES = 40;
const STOP_TIMEOUT_MS = 10_000;

/**
 * Starts one part in a session of its own: Ctrl-C in the terminal reaches only us, who then stop the parts in order.
 * The channel to it (`ipc`) closes when we die, whatever kills us, and that tells the part to end.
 * @param {PartOptions} options
 * @returns {Part}
 */
export function startPart({ name, args, env, logFolder, verbose }) {
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const log = openLog(logFolder, name);
  /** @type {string[]} */
  const lines = [];
  /** @type {Set<(line: string) => void>} */
  const listeners = new Set();
  const take = (/** @type {string} */ line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    log.write(`${line}\n`);
    if (verbose) console.log(`[${name}] ${line}`);
    for (const listener of listeners) listener(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) splitLines(stream, take);
  let hasEnded = false;
  const ended = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    const end = () => {
      hasEnded = true;
      log.end();
      resolve();
    };
    child.once('error', (error) => take(error.message)).once('error', end);
    child.once('close', end);
  });
  return {
    name,
    ended,
    isRunning: () => !hasEnded,
    lastLines: () => [...lines],
    sawLine: (look) =>
      new Promise((resolve) => {
        if (lines.some(look)) return resolve();
        listeners.add((line) => look(line) && resolve());
      }),
    stop: async () => {
      if (hasEnded) return;
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(killer);
    },
  };
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} take
 */
function splitLines(stream, take) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    parts.forEach(take);
  });
  stream.on('end', () => rest && take(rest));
}

/**
 * One log per run; the one before is kept beside it.
 * @param {string} folder
 * @param {string} name
 */
function openLog(folder, name) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  if (existsSync(path)) renameSync(path, join(folder, `${name}.previous.log`));
  return createWriteStream(path);
}
