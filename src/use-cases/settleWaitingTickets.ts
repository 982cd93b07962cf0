import type { Clock } from './ports/clock';
import type { Ledger } from './ports/ledger';

/** What settling needs. */
export type SettleDeps = { ledger: Ledger; clock: Clock };

/**
 * Asks for another look at tickets that are held or pending (R12, R13): the client may have bought credits, or billing
 * may answer again. At most `limit` tickets a call, and they take turns: the next call goes on with those that were not
 * looked at for longest. Which of a client's held tickets gets a credit is decided by the rules, not by this order.
 * Answers how many were queued.
 */
export async function settleWaitingTickets(deps: SettleDeps, limit: number): Promise<{ queued: number }> {
  return deps.ledger.queueWaitingTickets(limit, deps.clock.now().toISOString());
}
