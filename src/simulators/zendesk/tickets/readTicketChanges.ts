import type { AuditValue } from '../entities/SimAudit';
import type { FieldValue } from '../entities/FieldValue';
import type { SimTicket } from '../entities/SimTicket';

/** A field of the ticket that differs between two states; a custom field is named by its id. */
export type TicketChange = { field_name: string; value: AuditValue; previous_value: AuditValue };

const AUDITED = [
  'subject',
  'status',
  'type',
  'priority',
  'requester_id',
  'assignee_id',
  'group_id',
  'organization_id',
  'problem_id',
  'external_id',
  'tags',
] as const;

/** The value of a field as audits and trigger conditions write it; undefined when the ticket has no such field. */
export function readTicketValue(ticket: SimTicket, fieldName: string): AuditValue | undefined {
  const known = AUDITED.find((name) => name === fieldName);
  if (known !== undefined) return toAuditValue(ticket[known]);
  return /^\d+$/.test(fieldName) ? toAuditValue(ticket.custom_fields[fieldName] ?? null) : undefined;
}

/** Every field that differs, in a fixed order; `before` undefined means a ticket that was not there. */
export function readTicketChanges(before: SimTicket | undefined, after: SimTicket): TicketChange[] {
  const names = new Set([
    ...AUDITED,
    ...Object.keys(before?.custom_fields ?? {}),
    ...Object.keys(after.custom_fields),
  ]);
  return [...names].flatMap((field_name) => {
    const previous_value = before === undefined ? null : (readTicketValue(before, field_name) ?? null);
    const value = readTicketValue(after, field_name) ?? null;
    return isSameValue(value, previous_value) ? [] : [{ field_name, value, previous_value }];
  });
}

export function isSameValue(one: AuditValue, other: AuditValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function toAuditValue(value: FieldValue): AuditValue {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : [...value];
  return String(value);
}
