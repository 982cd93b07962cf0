import type { Ledger, WorkQueue } from './ports';

/** What settling needs. */
export type SettleDeps = { ledger: Ledger; queue: WorkQueue };

/**
 * Asks for another look at every ticket that is held or pending, longest waiting first (R12, R13): the client may have
 * bought credits, or billing may answer again. At most `limit` tickets a call; the next call goes on with those that
 * have waited longest. Answers how many were queued.
 */
export async function settleWaitingTickets(deps: SettleDeps, limit: number): Promise<{ queued: number }> {
  const ticketIds = await deps.ledger.readWaitingTickets(limit);
  for (const ticketId of ticketIds) await deps.queue.queueReconcile(ticketId);
  return { queued: ticketIds.length };
}
