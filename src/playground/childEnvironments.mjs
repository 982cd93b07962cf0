import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** @typedef {import('./readSettings.mjs').PlaygroundSettings} PlaygroundSettings */

/** The integration user's OAuth client on the simulated Zendesk. */
const CLIENT_ID = 'support-credits-bridge';

/** The billing login that the BILLmanager simulator knows. */
const AUTHINFO = 'support-bridge:playground';

/** @param {PlaygroundSettings} settings */
export const bridgeUrlOf = ({ ports }) => `http://localhost:${ports.bridge}`;

/**
 * @param {PlaygroundSettings} settings
 * @param {import('./loadSecrets.mjs').PlaygroundSecrets} secrets
 * @param {string} appFolder The rendered package.
 * @returns {Record<string, string>}
 */
export function simulatorsEnvironment(settings, secrets, appFolder) {
  const appSettings = { bridge_url: bridgeUrlOf(settings), shared_secret: secrets.SIDEBAR_SHARED_SECRET };
  return {
    ZENDESK_SIM_PORT: String(settings.ports.zendesk),
    APP_ASSETS_PORT: String(settings.ports.assets),
    BILLMANAGER_SIM_PORT: String(settings.ports.billmanager),
    RUN_ZENDESK_SIM: settings.hasZendeskSimulator ? '1' : '0',
    RUN_BILLMANAGER_SIM: settings.hasBillmanagerSimulator ? '1' : '0',
    DATA_DIR: settings.dataDir,
    APP_PACKAGE_DIR: appFolder,
    APP_SETTINGS: JSON.stringify(appSettings),
    HELP_CENTER_SCRIPT: join(projectRoot, 'dist/help-center/support-credits.js'),
    ZENDESK_CLIENT_ID: CLIENT_ID,
    ZENDESK_CLIENT_SECRET: secrets.ZENDESK_CLIENT_SECRET,
  };
}

/**
 * What the bridge is told besides our own environment. Towards a real system nothing is made up: what is missing there
 * the bridge says itself.
 * @param {PlaygroundSettings} settings
 * @param {import('./loadSecrets.mjs').PlaygroundSecrets} secrets
 * @returns {Record<string, string>}
 */
export function bridgeEnvironment(settings, secrets) {
  const own = {
    PORT: String(settings.ports.bridge),
    DATA_DIR: settings.dataDir,
    SIDEBAR_SHARED_SECRET: secrets.SIDEBAR_SHARED_SECRET,
  };
  const zendesk = {
    ZENDESK_URL: `http://localhost:${settings.ports.zendesk}`,
    ZENDESK_CLIENT_ID: CLIENT_ID,
    ZENDESK_CLIENT_SECRET: secrets.ZENDESK_CLIENT_SECRET,
    ZENDESK_WEBHOOK_SECRET: secrets.ZENDESK_WEBHOOK_SECRET,
  };
  const billmanager = {
    BILLMANAGER_URL: `http://localhost:${settings.ports.billmanager}`,
    BILLMANAGER_AUTHINFO: AUTHINFO,
  };
  return {
    ...own,
    ...(settings.hasZendeskSimulator ? zendesk : {}),
    ...(settings.hasBillmanagerSimulator ? billmanager : {}),
  };
}
