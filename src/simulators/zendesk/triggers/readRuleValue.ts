import type { AuditValue } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import { findDefaultForm } from '../forms/formFields';
import { readTicketValue } from '../tickets/readTicketChanges';
import { toLocaleId } from '../users/locales';
import type { World } from '../world/World';
import { readCustomFieldId, readUserFieldKey } from './fieldNames';

/** The value that a condition compares, by the field's name in rules (zendesk.md 6.2); null when it is empty. */
export function readRuleValue(ticket: SimTicket, field: string, world: World): AuditValue {
  const userFieldKey = readUserFieldKey(field);
  if (userFieldKey !== undefined) {
    const value = world.users.get(ticket.requester_id)?.user_fields[userFieldKey] ?? null;
    return value === null ? null : String(value);
  }
  if (field === 'ticket_form_id') return String(findDefaultForm(world)?.id ?? '');
  if (field === 'locale_id') return toLocaleId(world.users.get(ticket.requester_id)?.locale ?? '');
  // One brand, and no other address than the account's own.
  if (field === 'brand_id' || field === 'recipient') return null;
  return readTicketValue(ticket, readCustomFieldId(field) ?? field) ?? null;
}
