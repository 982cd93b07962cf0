import type { Desk, DeskUserFields } from './ports/desk';
import type { FactsMemory } from './ports/factsMemory';
import type { Ledger } from './ports/ledger';

/** What bringing a requester in line needs. */
export type BringRequesterInLineDeps = { desk: Desk; ledger: Ledger; factsMemory: FactsMemory };

/** How it ended; `unknown`: the requester is no known client. */
export type BringRequesterInLineOutcome = 'updated' | 'nothing_to_do' | 'gone' | 'unknown';

/**
 * Writes the client's credits, spend and partner status into the user fields of the requester, for lists and for a
 * sidebar that cannot reach the bridge, and clears them at who is no client any more; only when they differ from what was
 * last written. Reads them now, whatever led here, and the jobs of one requester run one after another, so the newest
 * always stand at the end. Fails with `AdapterError` when the helpdesk cannot be asked.
 */
export async function bringRequesterInLine(
  deps: BringRequesterInLineDeps,
  requesterId: string,
): Promise<BringRequesterInLineOutcome> {
  const requester = await deps.ledger.readRequester(requesterId);
  if (requester === undefined) return 'unknown';
  if (requester.billingAccountId === undefined) return clear(deps, requesterId, requester.shownFields);
  const fields = await readFields(deps, requester.billingAccountId);
  if (fields === undefined) return 'unknown';
  if (isSame(fields, requester.shownFields)) return 'nothing_to_do';
  const outcome = await deps.desk.updateUserFields(requesterId, fields);
  if (outcome === 'updated') await deps.ledger.markRequesterShown(requesterId, fields);
  return outcome;
}

/** Takes away what was written for a client whose the requester was, and is not any more. */
async function clear(
  { desk, ledger }: BringRequesterInLineDeps,
  requesterId: string,
  shown: DeskUserFields | undefined,
): Promise<BringRequesterInLineOutcome> {
  if (shown === undefined) return 'unknown';
  const outcome = await desk.updateUserFields(requesterId, undefined);
  await ledger.markRequesterShown(requesterId, undefined);
  return outcome;
}

async function readFields(
  deps: BringRequesterInLineDeps,
  billingAccountId: string,
): Promise<DeskUserFields | undefined> {
  const remembered = await deps.factsMemory.recallFacts(billingAccountId);
  if (remembered === undefined) return undefined;
  const totals = await deps.ledger.readTotals(billingAccountId);
  return {
    credits: totals.balanceCredits,
    spendCents: remembered.facts.spendCents,
    isPartner: remembered.facts.partnerLevel !== undefined,
    billingAccountId,
    billingReadAt: remembered.facts.readAt,
  };
}

function isSame(fields: DeskUserFields, shown: DeskUserFields | undefined): boolean {
  return (
    fields.credits === shown?.credits &&
    fields.spendCents === shown.spendCents &&
    fields.isPartner === shown.isPartner &&
    fields.billingAccountId === shown.billingAccountId &&
    toDay(fields.billingReadAt) === toDay(shown.billingReadAt)
  );
}

/** The helpdesk shows only the day (UTC). */
function toDay(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
