import type { Outcome, SeenAudit } from '../../check/outcome';

/**
 * What came of one ticket: its entries in the ledger, what it says, and how many private notes tell of that. A note with which it
 * said meanwhile that its charge is pending does not count: how long billing takes for an answer is no matter of these tests.
 */
export type Told = { entries: string[]; says: string[]; notes: number };

/** A ticket that was charged and says so. */
export const CHARGED_ONCE: Told = { entries: ['debit'], says: ['credit_debited'], notes: 1 };

/** Reads it from the end of a run. */
export function tellOf({ entries, tickets, fields }: Outcome, ticketId: string): Told {
  const ticket = tickets.get(ticketId);
  const isPending = ({ events }: SeenAudit) =>
    events.some(({ fieldName, value }) => fieldName === String(fields.credit) && value === 'credit_pending');
  const notes = (ticket?.audits ?? [])
    .filter((audit) => !isPending(audit))
    .flatMap(({ events }) => events)
    .filter(
      ({ type, isPublic, body }) =>
        type === 'Comment' && isPublic === false && body?.startsWith('Support credits:'),
    );
  return {
    entries: entries.filter((entry) => entry.ticketId === ticketId).map(({ kind }) => kind),
    says: (ticket?.tags ?? []).filter((tag) => tag.startsWith('credit_')),
    notes: notes.length,
  };
}
