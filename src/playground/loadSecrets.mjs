import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Record<(typeof NAMES)[number], string>} PlaygroundSecrets */

const NAMES = /** @type {const} */ ([
  'ZENDESK_WEBHOOK_SECRET',
  'SIDEBAR_SHARED_SECRET',
  'ZENDESK_CLIENT_SECRET',
]);

/**
 * The secrets that the parts of the playground share: those of the environment, else those of `playground.json` in the
 * data folder, where missing ones are made once and kept, so that a restart signs as before.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @returns {PlaygroundSecrets}
 */
export function loadSecrets(dataDir, env) {
  const path = join(dataDir, 'playground.json');
  const kept = readKept(path);
  const made = Object.fromEntries(NAMES.map((name) => [name, kept[name] || randomBytes(24).toString('hex')]));
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  const given = Object.fromEntries(NAMES.filter((name) => env[name]).map((name) => [name, env[name]]));
  return /** @type {PlaygroundSecrets} */ ({ ...made, ...given });
}

/**
 * @param {string} path
 * @returns {Record<string, string>}
 */
function readKept(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
