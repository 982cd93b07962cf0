import { isRecord } from './isRecord.mjs';

const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const SCOPES = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
];

/**
 * Problems of the app's settings (zendesk.md 3). A secure one without scopes is only a warning there, and an error
 * here: without scopes its value may be put anywhere.
 * @param {unknown} parameters
 * @returns {string[]}
 */
export function checkParameters(parameters) {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters)) return ['manifest.json: parameters must be a list.'];
  const names = parameters.map((parameter) => Object(parameter).name);
  const problems = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `manifest.json: there are two parameters ${String(name)}.`);
  return [...problems, ...parameters.flatMap(checkParameter)];
}

/** @param {unknown} parameter */
function checkParameter(parameter) {
  if (!isRecord(parameter) || typeof parameter['name'] !== 'string') {
    return ['manifest.json: a parameter has no name.'];
  }
  const { name, type = 'text', required, secure, scopes } = parameter;
  const say = (/** @type {string} */ text) => `manifest.json: parameter ${String(name)} ${text}`;
  const problems = [];
  if (name === 'name') problems.push(say('has a name that Zendesk keeps for itself.'));
  if (!TYPES.includes(String(type))) problems.push(say(`has the unknown type ${String(type)}.`));
  if (type === 'hidden' && required === true) problems.push(say('is hidden and may not be required.'));
  if (secure !== true && scopes !== undefined) problems.push(say('has scopes and is not secure.'));
  if (secure === true && (!Array.isArray(scopes) || scopes.length === 0)) {
    problems.push(say('is secure and names no scopes.'));
  }
  for (const scope of Array.isArray(scopes) ? scopes : []) {
    if (!SCOPES.includes(scope)) problems.push(say(`has the unknown scope ${String(scope)}.`));
  }
  return problems;
}
