import { readFileSync } from 'node:fs';
import { ensureNode } from './ensureNode.mjs';
import { fromRoot } from './projectRoot.mjs';
import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lockfile */

const INSTALL_TIMEOUT_MS = 900_000;

/** Installs the packages of package-lock.json unless they are there already. */
export async function ensureInstalled() {
  ensureNode();
  const wanted = readLockfile(fromRoot('package-lock.json'));
  if (isInstalled(wanted, readLockfile(fromRoot('node_modules/.package-lock.json')))) return;
  console.log('Installing packages (once, about a minute) …');
  // Not `npm ci`: it refuses a lockfile without the optional packages for other machines, which npm leaves out where the
  // registry does not have them all. `--no-save` keeps the lockfile as it is, and its versions are taken all the same.
  // The build and the simulators need the development packages, also where the environment says production.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runProgram('npm', args, { timeoutMs: INSTALL_TIMEOUT_MS });
  if (code !== 0)
    throw new UserError(`${output}\nThe packages could not be installed (npm install), see above.`);
}

/**
 * Whether everything that package-lock.json names is installed in that version. npm keeps what it installed in
 * `node_modules/.package-lock.json`, written when it is done, so a broken-off install counts as none. Packages for other
 * machines are optional and left out by npm itself.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function isInstalled(wanted, installed) {
  const found = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || found[path]?.version === entry.version,
  );
}

/**
 * @param {string} path
 * @returns {Lockfile}
 */
function readLockfile(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
