import type { Desk, FactsMemory, Ledger } from './ports';

/** What bringing a requester in line needs. */
export type BringRequesterInLineDeps = { desk: Desk; ledger: Ledger; factsMemory: FactsMemory };

/**
 * Writes the client's credits, spend and partner status into the user fields of the ticket's requester, for lists and
 * for a sidebar that cannot reach the bridge. Does nothing when the requester is no known client. Fails with
 * `AdapterError` when the helpdesk cannot be asked.
 */
export async function bringRequesterInLine(
  deps: BringRequesterInLineDeps,
  ticketId: string,
): Promise<'updated' | 'nothing_to_do'> {
  const stored = await deps.ledger.readStoredTicket(ticketId);
  if (stored?.identity.kind !== 'client') return 'nothing_to_do';
  const { billingAccountId } = stored.identity;
  const remembered = await deps.factsMemory.recallFacts(billingAccountId);
  if (remembered === undefined) return 'nothing_to_do';
  const totals = await deps.ledger.readTotals(billingAccountId);
  await deps.desk.updateUserFields(stored.requesterId, {
    credits: totals.balanceCredits,
    spendCents: remembered.facts.spendCents,
    isPartner: remembered.facts.partnerLevel !== undefined,
    billingAccountId,
    billingReadAt: remembered.facts.readAt,
  });
  return 'updated';
}
