import type { StaffNote } from '../../domain/shadow/compareWithStaff';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { StaffNotes } from '../../use-cases/ports/shadowReport';
import { buildZendeskClient } from './buildZendeskClient';
import type { ZendeskClientOptions } from './buildZendeskClient';
import { ticketsAnswer } from './wire';

/**
 * What staff noted in a ticket field, over `GET /api/v2/tickets/show_many`, which leaves out tickets that are gone
 * (zendesk-openapi.json). A field that tickets do not carry is `zendesk_rejected`: its id is wrong.
 */
export function buildStaffNotes(options: ZendeskClientOptions): StaffNotes {
  const client = buildZendeskClient(options);
  return {
    async readStaffNotes(fieldId, ticketIds) {
      const path = `/api/v2/tickets/show_many.json?ids=${ticketIds.map(encodeURIComponent).join(',')}`;
      const tickets = (await client.read(path, ticketsAnswer))?.tickets ?? [];
      const notes = new Map<string, StaffNote>(ticketIds.map((id) => [id, { kind: 'gone' }]));
      for (const { id, custom_fields: fields } of tickets) {
        const field = fields?.find((each) => each.id === fieldId);
        if (field === undefined) throw toNoFieldError(fieldId);
        notes.set(id, { kind: 'noted', value: toText(field.value) });
      }
      return notes;
    },
  };
}

/** Zendesk lists every active field on every ticket. */
function toNoFieldError(fieldId: string): AdapterError {
  const sentence = `Tickets of Zendesk have no field ${fieldId}: set SHADOW_STAFF_FIELD to the id of an active ticket field`;
  return new AdapterError(sentence, { code: 'zendesk_rejected', retry: false });
}

/** A checkbox is a boolean, a number may come as one, several choices as a list; an empty field is null or ''. */
function toText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join(' ');
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
