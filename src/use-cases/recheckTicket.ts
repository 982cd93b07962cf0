import type { Clock } from './ports/clock';
import type { FactsMemory } from './ports/factsMemory';
import type { Ledger } from './ports/ledger';
import type { WorkQueue } from './ports/workQueue';

/** What asking for another look needs. */
export type RecheckTicketDeps = { ledger: Ledger; factsMemory: FactsMemory; queue: WorkQueue; clock: Clock };

/**
 * Asks for a look at the ticket, durably, on what billing says after this moment: whoever asks does not believe what is
 * shown. A ticket that does not exist is only found out by that look.
 */
export async function recheckTicket(deps: RecheckTicketDeps, ticketId: string): Promise<void> {
  const stored = await deps.ledger.readStoredTicket(ticketId);
  if (stored?.identity.kind === 'client') {
    await deps.factsMemory.noteChange(stored.identity.billingAccountId, deps.clock.now().toISOString());
  }
  await deps.queue.queueReconcile(ticketId);
}
