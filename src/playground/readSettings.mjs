import { fromRoot } from './projectRoot.mjs';
import { UserError } from './UserError.mjs';

/**
 * @typedef {object} PlaygroundSettings
 * @property {{ bridge: number, zendesk: number, billmanager: number, assets: number }} ports
 * @property {string} dataDir Absolute.
 * @property {boolean} hasZendeskSimulator No ZENDESK_URL is set.
 * @property {boolean} hasBillmanagerSimulator No BILLMANAGER_URL is set.
 */

/** Which variable says which port, and what it is without it. */
export const PORT_VARIABLES = /** @type {const} */ ({
  bridge: ['PORT', 4002],
  zendesk: ['ZENDESK_SIM_PORT', 4000],
  billmanager: ['BILLMANAGER_SIM_PORT', 4001],
  assets: ['APP_ASSETS_PORT', 4003],
});

/**
 * The settings of the playground. Throws one UserError that lists every problem; what the bridge alone reads is checked
 * by the bridge.
 * @param {NodeJS.ProcessEnv} env
 * @returns {PlaygroundSettings}
 */
export function readSettings(env) {
  /** @type {string[]} */
  const problems = [];
  /** @param {readonly [string, number]} variable */
  const readPort = ([name, byDefault]) => {
    const port = env[name] ? Number(env[name]) : byDefault;
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      problems.push(`${name} wants a port from 1 to 65535.`);
    return port;
  };
  const ports = {
    bridge: readPort(PORT_VARIABLES.bridge),
    zendesk: readPort(PORT_VARIABLES.zendesk),
    billmanager: readPort(PORT_VARIABLES.billmanager),
    assets: readPort(PORT_VARIABLES.assets),
  };
  if (new Set(Object.values(ports)).size < 4) {
    const names = Object.values(PORT_VARIABLES).map(([name]) => name);
    problems.push(`${names.join(', ')} want four different ports.`);
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return {
    ports,
    dataDir: fromRoot(env['DATA_DIR'] || '.data'),
    hasZendeskSimulator: !env['ZENDESK_URL'],
    hasBillmanagerSimulator: !env['BILLMANAGER_URL'],
  };
}
