import type { Schema } from './OpenApiDocument';

/** Where the vendor's document is stricter than what the vendor's API sends: `allow` is accepted as well. */
export type Contradiction = { schema: string; path: readonly string[]; allow: Schema; reason: string };

const EMPTY: Schema = { enum: [null] };
const FIELD_IS_NULL = 'An empty property is sent as null; the document gives the type of a filled one only.';
const AUDIT_VALUE = 'zendesk.md 8.4: tags stand as a list in audits, and a field that was emptied as null.';

export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    schema: 'TicketFieldValueInput',
    path: ['properties', 'value'],
    allow: EMPTY,
    reason: 'zendesk.md 8.2: a custom field without a value is listed with null, and null empties it.',
  },
  {
    schema: 'RequestObject',
    path: ['properties', 'custom_fields', 'items', 'properties', 'value'],
    allow: EMPTY,
    reason: 'As on tickets: a custom field without a value is listed with null.',
  },
  ...['priority', 'type', 'due_at', 'assignee_id', 'group_id', 'organization_id'].map((name) => ({
    schema: 'RequestObject',
    path: ['properties', name],
    allow: EMPTY,
    reason: FIELD_IS_NULL,
  })),
  {
    schema: 'AuditObject',
    path: ['properties', 'events', 'items', 'properties', 'value'],
    allow: { anyOf: [{ type: 'array', items: { type: 'string' } }, EMPTY] },
    reason: AUDIT_VALUE,
  },
  {
    schema: 'JobStatusResultObject',
    path: [],
    allow: {
      type: 'object',
      properties: { success: { enum: [false] } },
      required: ['index', 'action', 'success', 'error', 'details'],
    },
    reason: 'A ticket that could not be created has no id; the document wants one of every failure.',
  },
  {
    schema: 'TriggerConditionObject',
    path: ['properties', 'value'],
    allow: EMPTY,
    reason: 'zendesk.md 6.2: operators such as changed take no value, which is sent as null.',
  },
  {
    schema: 'ActionObject',
    path: ['properties', 'value'],
    allow: { anyOf: [{ type: 'array' }, { type: 'number' }, { type: 'boolean' }, EMPTY] },
    reason: 'A macro’s comment is a list of channel and text; numbers and switches stand as such.',
  },
  {
    schema: 'ViewObject',
    path: ['properties', 'restriction'],
    allow: EMPTY,
    reason: 'The property’s own description: null when everyone in the account can access the view.',
  },
];

const NO_TEXT =
  'The document says an empty text; an empty answer has no body at all, as its summary «Empty response» says.';

/** Calls whose answer has no body where the document gives one, or has a status that the document does not. */
export const OTHER_STATUSES: readonly { method: string; path: string; status: number; reason: string }[] = [
  ...[
    '/api/v2/tickets/{ticket_id}/mark_as_spam',
    '/api/v2/deleted_tickets/{ticket_id}/restore',
    '/api/v2/deleted_tickets/restore_many',
  ].map((path) => ({ method: 'put', path, status: 200, reason: NO_TEXT })),
  {
    method: 'delete',
    path: '/api/v2/tickets/{ticket_id}/tags',
    status: 204,
    reason: 'zendesk.md 8.2: removing tags answers 204 per the documentation; the document says 200.',
  },
];

/** Calls that the vendor has and the document leaves out; nothing holds their answers to anything. */
export const UNDESCRIBED_PATHS: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^\/api\/v2\/tickets\/destroy_many\b/,
    reason: 'The vendor describes «Bulk Delete Tickets» in its reference only: a job, as with update_many.',
  },
  {
    pattern: /^\/api\/v2\/tickets\/mark_many_as_spam\b/,
    reason:
      'The vendor describes «Bulk Mark Tickets as Spam» in its reference only: a job, as with update_many.',
  },
  {
    pattern: /^\/api\/v2\/apps\//,
    reason:
      'zendesk.md 4 describes apps, their installations and requirements; the document has none of them.',
  },
  {
    pattern: /^\/api\/v2\/tickets\/\d+\/macros\/\d+\/apply\b/,
    reason: 'The vendor describes «Show Ticket After Changes» in its reference only.',
  },
  {
    pattern: /^\/api\/v2\/views\/(\d+\/count|count_many)\b/,
    reason: 'The vendor describes the number of tickets in a view in its reference only.',
  },
];
