import { compareWithStaff } from '../../domain/shadow/compareWithStaff';
import type { Comparison, StaffNote } from '../../domain/shadow/compareWithStaff';
import { MAX_NOTES_AT_ONCE } from '../ports/shadowReport';
import type { DecidedTicket, DecidedTickets, StaffNotes } from '../ports/shadowReport';

/** What comparing needs. Without a field nothing is known of what staff did. */
export type CompareTicketsDeps = {
  decidedTickets: DecidedTickets;
  staffNotes: StaffNotes;
  staffField: { id: string; chargedValues: readonly string[] | undefined } | undefined;
};

/** A ticket that shadow mode decided, and how staff dealt with it. */
export type ComparedTicket = DecidedTicket & Comparison & { staffValue: string | undefined };

const UNKNOWN: StaffNote = { kind: 'gone' };

/**
 * Every ticket decided at `since` (ISO 8601) or later, held against what staff noted, page by page in the order of ids; a
 * ticket that is gone from the helpdesk is `open`. Only reads. Fails with `AdapterError` when the helpdesk or the database
 * cannot be asked; what came before stands.
 */
export async function* compareTickets(
  { decidedTickets, staffNotes, staffField }: CompareTicketsDeps,
  since: string,
): AsyncGenerator<ComparedTicket[]> {
  let after = '';
  for (;;) {
    const tickets = await decidedTickets.readDecidedTickets(since, after, MAX_NOTES_AT_ONCE);
    const last = tickets.at(-1);
    if (last === undefined) return;
    after = last.ticketId;
    const ids = tickets.map(({ ticketId }) => ticketId);
    const notes = staffField && (await staffNotes.readStaffNotes(staffField.id, ids));
    yield tickets.map((ticket) => {
      const note = notes?.get(ticket.ticketId) ?? UNKNOWN;
      return {
        ...ticket,
        ...compareWithStaff(ticket.creditState, note, staffField?.chargedValues),
        staffValue: note.kind === 'noted' ? note.value : undefined,
      };
    });
  }
}
