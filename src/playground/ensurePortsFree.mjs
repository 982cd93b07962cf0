import { createServer } from 'node:net';
import { PORT_VARIABLES } from './readSettings.mjs';
import { UserError } from './UserError.mjs';

/**
 * Stops with one sentence when a port that will be used is taken, before anything is started.
 * @param {import('./readSettings.mjs').PlaygroundSettings} settings
 */
export async function ensurePortsFree({ ports, hasZendeskSimulator, hasBillmanagerSimulator }) {
  /** @type {(keyof typeof PORT_VARIABLES)[]} */
  const used = ['bridge'];
  if (hasZendeskSimulator) used.push('zendesk', 'assets');
  if (hasBillmanagerSimulator) used.push('billmanager');
  const sentences = [];
  for (const key of used) {
    if (await isFree(ports[key])) continue;
    sentences.push(
      `Port ${ports[key]} is taken: stop what uses it, or set ${PORT_VARIABLES[key][0]} to another port.`,
    );
  }
  if (sentences.length > 0) throw new UserError(sentences.join('\n'));
}

/**
 * Both faces of «localhost» are tried; a machine without IPv6 has only one.
 * @param {number} port
 */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    if ((await tryToListen(port, host)) === 'EADDRINUSE') return false;
  }
  return true;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string>} The error's code, or nothing.
 */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve('')));
  });
}
