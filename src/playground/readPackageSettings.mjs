import { UserError } from './UserError.mjs';

const MIN_SECRET_LENGTH = 32;

/**
 * What is written into a package at the moment it is made. Throws one UserError that lists every problem.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ bridgeUrl: string, webhookSecret: string }}
 */
export function readPackageSettings(env) {
  const bridgeUrl = env['BRIDGE_URL'] ?? '';
  const webhookSecret = env['ZENDESK_WEBHOOK_SECRET'] ?? '';
  const problems = [];
  if (!isBridgeUrl(bridgeUrl)) {
    problems.push(
      'BRIDGE_URL wants the address where Zendesk reaches the bridge, such as https://credits.example.com.',
    );
  }
  if (webhookSecret.length < MIN_SECRET_LENGTH) {
    problems.push(
      `ZENDESK_WEBHOOK_SECRET wants the secret of the bridge's setting of the same name, ${MIN_SECRET_LENGTH} characters or more.`,
    );
  }
  if (problems.length > 0) throw new UserError(`The package cannot be made:\n- ${problems.join('\n- ')}`);
  return { bridgeUrl, webhookSecret };
}

/** @param {string} text */
function isBridgeUrl(text) {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isLocal = ['localhost', '127.0.0.1'].includes(url.hostname);
  const hasOnlyAPath = url.search === '' && url.hash === '' && url.username === '';
  return (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) && hasOnlyAPath;
}
