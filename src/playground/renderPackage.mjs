import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} RenderOptions
 * @property {string} from The built app (`dist/app`).
 * @property {string} to Emptied first.
 * @property {string} bridgeUrl Where Zendesk and the app reach the bridge.
 * @property {string} webhookSecret What Zendesk signs its webhooks with.
 * @property {string} buyUrl Where clients buy credits, for the mails to them.
 */

const DOMAIN_PLACEHOLDER = '__BRIDGE_HOST__';

/**
 * Copies the built app and writes the bridge's address, the webhook secret and the address of the shop into manifest and
 * requirements, the only place where they enter the package. Throws when a placeholder is left that nobody filled.
 * @param {RenderOptions} options
 */
export function renderPackage({ from, to, bridgeUrl, webhookSecret, buyUrl }) {
  const url = new URL(bridgeUrl);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const values = new Map([
    ['__BRIDGE_URL__', bridgeUrl.replace(/\/+$/, '')],
    [DOMAIN_PLACEHOLDER, url.hostname],
    ['__ZENDESK_WEBHOOK_SECRET__', webhookSecret],
    ['__BUY_URL__', buyUrl],
  ]);
  for (const name of ['manifest.json', 'requirements.json']) {
    const path = join(to, name);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    if (name === 'manifest.json') content.domainWhitelist = allowedDomains(content.domainWhitelist, url);
    writeFileSync(path, `${JSON.stringify(fill(content, values, name), null, 2)}\n`);
  }
}

/**
 * The vendor does not say whether an allowed domain is compared with its port, so an unusual port stands there both ways.
 * @param {string[]} domains
 * @param {URL} url
 */
function allowedDomains(domains, url) {
  if (url.port === '') return domains;
  return domains.flatMap((domain) => (domain === DOMAIN_PLACEHOLDER ? [domain, url.host] : [domain]));
}

/**
 * Fills the placeholders in every string of a JSON value, so that quotes in a secret cannot break the file.
 * @param {unknown} value
 * @param {ReadonlyMap<string, string>} values
 * @param {string} file
 * @returns {unknown}
 */
function fill(value, values, file) {
  if (Array.isArray(value)) return value.map((item) => fill(item, values, file));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, values, file)]));
  }
  if (typeof value !== 'string') return value;
  return value.replace(/__[A-Z]+(?:_[A-Z]+)*__/g, (placeholder) => {
    const filled = values.get(placeholder);
    if (filled === undefined) throw new Error(`${file}: nothing is known for ${placeholder}.`);
    return filled;
  });
}
