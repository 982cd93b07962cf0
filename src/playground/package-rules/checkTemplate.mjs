import { Liquid } from 'liquidjs';
import { isRecord } from './isRecord.mjs';

/** Placeholders that are known to be good, as far as we use them (zendesk.md 6.5). */
const PLACEHOLDERS = [
  'ticket.id',
  'ticket.title',
  'ticket.link',
  'ticket.status',
  'ticket.requester.name',
  'ticket.requester.first_name',
  'ticket.requester.language',
  'current_user.id',
  'current_user.name',
];

/** A field of the same file by its identifier, which Zendesk or `setup --repair` makes an id (zendesk.md 4). */
const TICKET_FIELD = /^ticket\.ticket_field_(?:option_title_)?(\w+)$/;

const USER_FIELD = /^ticket\.requester\.custom_fields\.(\w+)$/;

/** A template that cannot be read, or takes this long, is mended and not shipped. */
const liquid = new Liquid({ strictFilters: true, parseLimit: 65_000 });

/**
 * Problems of a text with placeholders: it is Liquid, and every placeholder stands for something. Zendesk renders what it does
 * not know as nothing, so a slip would reach clients.
 * @param {string} where
 * @param {unknown} template
 * @param {Record<string, unknown>} requirements
 * @returns {string[]}
 */
export function checkTemplate(where, template, requirements) {
  if (typeof template !== 'string' || template.trim() === '') return [`${where} has an empty text.`];
  let names;
  try {
    names = liquid.globalFullVariablesSync(liquid.parse(template));
  } catch (error) {
    return [`${where} has a text that is not Liquid: ${/** @type {Error} */ (error).message}.`];
  }
  return names
    .filter((name) => !isKnown(name, requirements))
    .map((name) => `${where} names the unknown placeholder ${name}.`);
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} requirements
 */
function isKnown(name, { ticket_fields: ticketFields, user_fields: userFields }) {
  const identifier = TICKET_FIELD.exec(name)?.[1];
  if (identifier !== undefined) return isRecord(ticketFields) && Object.hasOwn(ticketFields, identifier);
  const key = USER_FIELD.exec(name)?.[1];
  if (key === undefined) return PLACEHOLDERS.includes(name);
  return isRecord(userFields) && Object.values(userFields).some((field) => Object(field).key === key);
}
