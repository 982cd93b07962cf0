import type { TicketView } from '../../pages/views/TicketView';

/** One property that differs, under the name that the app framework gives its event (zendesk.md 2.3). */
export type TicketChange = { property: string; oldValue: unknown; newValue: unknown };

/** What differs between two views of one ticket. */
export function readTicketChanges(before: TicketView, after: TicketView): TicketChange[] {
  const old = toProperties(before);
  return Object.entries(toProperties(after))
    .map(([property, newValue]) => ({ property, oldValue: old[property] ?? null, newValue }))
    .filter(({ oldValue, newValue }) => JSON.stringify(oldValue) !== JSON.stringify(newValue));
}

function toProperties(ticket: TicketView): Record<string, unknown> {
  const values = Object.entries(ticket.values).map(
    ([id, value]) => [`ticket.custom_field_${id}`, value] as const,
  );
  return {
    'ticket.subject': ticket.subject,
    'ticket.status': ticket.status,
    'ticket.type': ticket.type,
    'ticket.priority': ticket.priority,
    'ticket.tags': ticket.tags,
    'ticket.requester.id': ticket.requester?.id ?? null,
    'ticket.assignee.user.id': ticket.assignee?.id ?? null,
    ...Object.fromEntries(values),
  };
}
