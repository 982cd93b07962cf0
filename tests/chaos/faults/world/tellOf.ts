import type { Outcome } from '../../check/outcome';

/** What came of one ticket: its entries in the ledger, what it says, and how many private notes tell of it. */
export type Told = { entries: string[]; says: string[]; notes: number };

/** A ticket that was charged and never waited for anything. */
export const CHARGED_ONCE: Told = { entries: ['debit'], says: ['credit_debited'], notes: 1 };

/** A ticket whose charge was pending first, and says so in a note of its own. */
export const CHARGED_AFTER_WAITING: Told = { ...CHARGED_ONCE, notes: 2 };

/** Reads it from the end of a run; notes that say the same count as one too many. */
export function tellOf({ entries, tickets }: Outcome, ticketId: string): Told {
  const ticket = tickets.get(ticketId);
  const bodies = (ticket?.audits ?? [])
    .flatMap(({ events }) => events)
    .filter(({ type, isPublic }) => type === 'Comment' && isPublic === false)
    .flatMap(({ body }) => (body?.startsWith('Support credits:') ? [body] : []));
  return {
    entries: entries.filter((entry) => entry.ticketId === ticketId).map(({ kind }) => kind),
    says: (ticket?.tags ?? []).filter((tag) => tag.startsWith('credit_')),
    notes: bodies.length,
  };
}
