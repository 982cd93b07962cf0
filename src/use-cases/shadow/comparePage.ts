import { compareWithStaff } from '../../domain/shadow/compareWithStaff';
import type { Comparison, StaffNote } from '../../domain/shadow/compareWithStaff';
import type { DecidedTicket, DecidedTickets, StaffNotes } from '../ports/shadowReport';

/** What comparing needs. Without a field nothing is known of what staff did. */
export type CompareTicketsDeps = {
  decidedTickets: DecidedTickets;
  staffNotes: StaffNotes;
  staffField: { id: string; chargedValues: readonly string[] | undefined } | undefined;
};

/** A ticket that shadow mode decided, and how staff dealt with it. */
export type ComparedTicket = DecidedTicket & Comparison & { staffValue: string | undefined };

/** Which tickets: decided at `since` (ISO 8601) or later, behind `after` in the order of ids, so many at most. */
export type ComparedRange = { since: string; after: string; limit: number };

const UNKNOWN: StaffNote = { kind: 'gone' };

/**
 * Some tickets, held against what staff noted, in the order of ids; `limit` is at most `MAX_NOTES_AT_ONCE`. A ticket that is gone
 * from the helpdesk is `open`. Only reads. Fails with `AdapterError`.
 */
export async function comparePage(
  { decidedTickets, staffNotes, staffField }: CompareTicketsDeps,
  { since, after, limit }: ComparedRange,
): Promise<ComparedTicket[]> {
  const tickets = await decidedTickets.readDecidedTickets(since, after, limit);
  const ids = tickets.map(({ ticketId }) => ticketId);
  const notes =
    staffField === undefined || ids.length === 0
      ? undefined
      : await staffNotes.readStaffNotes(staffField.id, ids);
  return tickets.map((ticket) => {
    const note = notes?.get(ticket.ticketId) ?? UNKNOWN;
    return {
      ...ticket,
      ...compareWithStaff(ticket.creditState, note, staffField?.chargedValues),
      staffValue: note.kind === 'noted' ? note.value : undefined,
    };
  });
}
