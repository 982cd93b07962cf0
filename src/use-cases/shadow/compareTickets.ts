import { MAX_NOTES_AT_ONCE } from '../ports/shadowReport';
import { comparePage } from './comparePage';
import type { ComparedTicket, CompareTicketsDeps } from './comparePage';

/**
 * Every ticket decided at `since` (ISO 8601) or later and behind `after`, as {@link comparePage} compares them, page by page in
 * the order of ids, up to `max`. Fails with `AdapterError` when the helpdesk or the database cannot be asked; what came before
 * stands.
 */
export async function* compareTickets(
  deps: CompareTicketsDeps,
  { since, after = '', max = Infinity }: { since: string; after?: string; max?: number },
): AsyncGenerator<ComparedTicket[]> {
  let [last, left] = [after, max];
  while (left > 0) {
    const limit = Math.min(left, MAX_NOTES_AT_ONCE);
    const tickets = await comparePage(deps, { since, after: last, limit });
    const end = tickets.at(-1);
    if (end === undefined) return;
    yield tickets;
    [last, left] = [end.ticketId, left - tickets.length];
  }
}
