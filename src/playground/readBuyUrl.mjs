import { readFileSync } from 'node:fs';
import { fromRoot } from './projectRoot.mjs';
import { UserError } from './UserError.mjs';

/**
 * Where clients buy credits, for the mails that Zendesk sends: `buyUrl` of the bridge's policy, so that mails and sidebar name
 * the same page. Throws a UserError when the file cannot be read or names no address.
 * @param {string | undefined} policyFile The bridge's `POLICY_FILE`; without it, or where it says nothing, the published rules.
 * @returns {string}
 */
export function readBuyUrl(policyFile) {
  const buyUrl =
    (policyFile ? readPolicy(policyFile).buyUrl : undefined) ??
    readPolicy(fromRoot('policy.example.json')).buyUrl;
  if (typeof buyUrl === 'string' && /^https?:\/\//.test(buyUrl) && URL.canParse(buyUrl)) return buyUrl;
  throw new UserError(
    `The package cannot be made: buyUrl in ${policyFile} wants an address that begins with https://.`,
  );
}

/**
 * @param {string} path
 * @returns {{ buyUrl?: unknown }}
 */
function readPolicy(path) {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new UserError(
      `The package cannot be made: POLICY_FILE wants the bridge's policy, and ${path} is no JSON file.`,
    );
  }
}
