import type { Clock } from './ports/clock';
import type { Desk, DeskUserFields } from './ports/desk';
import type { FactsMemory } from './ports/factsMemory';
import type { Ledger } from './ports/ledger';
import type { StoredRequester } from './ports/storedTicket';
import type { WorkQueue } from './ports/workQueue';

/** What bringing a requester in line needs. */
export type BringRequesterInLineDeps = {
  desk: Desk;
  ledger: Ledger;
  factsMemory: FactsMemory;
  queue: WorkQueue;
  clock: Clock;
};

/** How it ended; `unknown`: the requester is no known client; `put_off`: it was written less than a minute ago. */
export type BringRequesterInLineOutcome = 'updated' | 'nothing_to_do' | 'gone' | 'unknown' | 'put_off';

/** A requester is written once in so long at most (R9): the last of many changes is what is shown. */
const PAUSE_MS = 60_000;

/**
 * Writes the client's credits, spend and partner status into the user fields of the requester, for lists and for a
 * sidebar that cannot reach the bridge, and clears them at who is no client any more; only when they differ from what was
 * last written. Once a minute at most: what changes more often is put off, and then shown as it is by then. Reads them now,
 * whatever led here, and the jobs of one requester run one after another, so the newest always stand at the end. Fails with `AdapterError` when the helpdesk cannot be asked.
 */
export async function bringRequesterInLine(
  deps: BringRequesterInLineDeps,
  requesterId: string,
): Promise<BringRequesterInLineOutcome> {
  const readAt = deps.clock.now();
  const requester = await deps.ledger.readRequester(requesterId);
  if (requester === undefined) return 'unknown';
  if (requester.billingAccountId === undefined) return clear(deps, requesterId, requester.shownFields);
  const fields = await readFields(deps, requester.billingAccountId);
  if (fields === undefined) return 'unknown';
  if (isSame(fields, requester.shownFields)) return 'nothing_to_do';
  const waitMs = toWaitMs(requester, deps.clock.now());
  if (waitMs !== undefined) {
    await deps.queue.queueRequesterInLine(requesterId, waitMs);
    return 'put_off';
  }
  const outcome = await deps.desk.updateUserFields(requesterId, fields);
  const writtenAt = deps.clock.now();
  if (outcome === 'updated') {
    await deps.ledger.markRequesterShown(requesterId, fields, writtenAt.toISOString());
  }
  // This process stood still meanwhile, and another one may have written what was newer.
  const isOld = writtenAt.getTime() - readAt.getTime() > PAUSE_MS;
  if (isOld) await deps.queue.queueRequesterInLine(requesterId, 0);
  return outcome;
}

/** How long the requester may not be written; undefined: now it may. A time that lies ahead is of a clock that ran ahead. */
function toWaitMs({ shownAt }: StoredRequester, now: Date): number | undefined {
  const ageMs = shownAt === undefined ? PAUSE_MS : now.getTime() - Date.parse(shownAt);
  if (ageMs < 0 || ageMs >= PAUSE_MS) return undefined;
  return PAUSE_MS - ageMs;
}

/** Takes away what was written for a client whose the requester was, and is not any more. */
async function clear(
  { desk, ledger, clock }: BringRequesterInLineDeps,
  requesterId: string,
  shown: DeskUserFields | undefined,
): Promise<BringRequesterInLineOutcome> {
  if (shown === undefined) return 'unknown';
  const outcome = await desk.updateUserFields(requesterId, undefined);
  await ledger.markRequesterShown(requesterId, undefined, clock.now().toISOString());
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
