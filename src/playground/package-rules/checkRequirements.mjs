import { checkActions } from './checkActions.mjs';
import { checkTitles } from './checkTitles.mjs';
import { checkTrigger } from './checkTrigger.mjs';
import { checkView } from './checkView.mjs';
import { isRecord } from './isRecord.mjs';

/** What Zendesk demands of each kind (zendesk.md 4). */
const DEMANDS = {
  automations: ['title'],
  macros: ['title'],
  views: ['title'],
  ticket_fields: ['title', 'type'],
  triggers: ['title'],
  user_fields: ['title', 'key', 'type'],
  organization_fields: ['title', 'key', 'type'],
  webhooks: ['name', 'status', 'endpoint', 'http_method', 'request_format'],
};

const MAX_REQUIREMENTS = 5_000;

/**
 * Problems of requirements.json: the rules of Zendesk's validator (zendesk.md 4), and what it does not look at: conditions,
 * actions, texts and the references between the parts (zendesk.md 5.1).
 * @param {Record<string, unknown>} requirements
 * @returns {string[]}
 */
export function checkRequirements(requirements) {
  const problems = [];
  let count = 0;
  for (const [kind, group] of Object.entries(requirements)) {
    if (!(kind in DEMANDS) || !isRecord(group)) {
      problems.push(`requirements.json: ${kind} is not a kind of requirement that we use.`);
      continue;
    }
    count += Object.keys(group).length;
    const demands = DEMANDS[/** @type {keyof typeof DEMANDS} */ (kind)];
    for (const [identifier, item] of Object.entries(group)) {
      const where = `requirements.json: ${kind}.${identifier}`;
      problems.push(...checkDemands(where, item, demands));
      if (kind === 'webhooks') problems.push(...checkEndpoint(where, item));
      problems.push(...checkRule(kind, where, item, requirements));
    }
    if (kind !== 'webhooks') problems.push(...checkTitles(kind, group));
  }
  if (count > MAX_REQUIREMENTS)
    problems.push(`requirements.json: more than ${MAX_REQUIREMENTS} requirements.`);
  return [...problems, ...checkOptionValues(requirements['ticket_fields'])];
}

/**
 * @param {string} kind
 * @param {string} where
 * @param {unknown} item
 * @param {Record<string, unknown>} requirements
 */
function checkRule(kind, where, item, requirements) {
  if (kind === 'triggers') return checkTrigger(where, item, requirements);
  if (kind === 'views') return checkView(where, item, requirements);
  if (kind === 'macros') return checkActions(where, Object(item).actions, { kind: 'macro', requirements });
  return [];
}

/**
 * @param {string} where
 * @param {unknown} item
 * @param {readonly string[]} demands
 */
function checkDemands(where, item, demands) {
  const fields = Object(item);
  return demands
    .filter((name) => typeof fields[name] !== 'string' || fields[name] === '')
    .map((name) => `${where} has no ${name}.`);
}

/**
 * @param {string} where
 * @param {unknown} item
 */
function checkEndpoint(where, item) {
  const { endpoint, signing_secret: signing, title } = Object(item);
  const problems = [];
  if (title !== undefined) problems.push(`${where} has a title, which a webhook may not have.`);
  if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(String(endpoint))) {
    problems.push(`${where} has an endpoint that is not https.`);
  }
  if (Object(signing).secret === '') problems.push(`${where} has an empty signing secret.`);
  return problems;
}

/**
 * A dropdown's value is a tag, and Zendesk refuses the same tag in two dropdowns.
 * @param {unknown} ticketFields
 */
function checkOptionValues(ticketFields) {
  const options = Object.values(Object(ticketFields)).flatMap(
    (field) => Object(field).custom_field_options ?? [],
  );
  const values = options.map((option) => String(Object(option).value));
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `requirements.json: the option ${value} stands in two places.`);
}
