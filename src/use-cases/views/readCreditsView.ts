import type { CreditsView } from '../../contract/creditsView';
import type { HandOverFacts } from '../../domain/tickets/decideHandOver';
import type { Result } from '../../domain/result';
import type { Desk } from '../ports/desk';
import type { StoredTicket } from '../ports/storedTicket';
import { toBaseView, toNewTicketView, toTicketView } from './creditsViewParts';
import { readClientParts } from './readClientParts';
import type { ReadClientDeps } from './readClientParts';

/** What reading a view needs. */
export type ReadCreditsViewDeps = ReadClientDeps & { desk: Desk };

/**
 * Everything the sidebar shows of one ticket, from what the bridge already knows: it never waits for billing. A ticket
 * that was never looked at is queued for a look and shown without a state meanwhile; one that does not exist in the
 * helpdesk is refused. Moves no credits.
 */
export async function readCreditsView(
  deps: ReadCreditsViewDeps,
  ticketId: string,
): Promise<Result<CreditsView, 'ticket_not_found'>> {
  const base = toBaseView(deps.policy, deps.clock.now());
  const stored = await deps.ledger.readStoredTicket(ticketId);
  if (stored === undefined) {
    const ticket = await deps.desk.readTicket(ticketId);
    if (ticket === undefined) return { ok: false, reason: 'ticket_not_found' };
    await deps.queue.queueReconcile(ticketId);
    return { ok: true, value: { ...base, ticket: toNewTicketView(ticketId, ticket.line ?? null) } };
  }
  const [approval, client] = await Promise.all([
    stored.state.creditState === 'debited' ? deps.ledgerViews.readApproval(ticketId) : undefined,
    readClientParts(deps, { identity: stored.identity, handOver: toHandOver(stored) }),
  ]);
  return { ok: true, value: { ...base, ...client, ticket: toTicketView(stored, approval) } };
}

/** A ticket that technical support has already cannot be handed over. */
function toHandOver({
  ticketId,
  requesterId,
  problemId,
  line,
}: StoredTicket): HandOverFacts['ticket'] | undefined {
  return line === 'tech' ? undefined : { id: ticketId, requesterId, problemId };
}
