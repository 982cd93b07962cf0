import type { Policy } from '../../domain/policy/policy';
import type { Result } from '../../domain/result';
import { askBilling } from '../billing/askBilling';
import { identifyRequester } from '../billing/identifyRequester';
import type { Identification, Identity } from '../billing/identifyRequester';
import type { BillingDirectory } from '../ports/billingDirectory';
import type { BillingSource } from '../ports/billingSource';
import type { Clock } from '../ports/clock';
import type { Desk } from '../ports/desk';
import type { FactsMemory } from '../ports/factsMemory';
import type { Logger } from '../ports/logger';
import type { StoredIdentity } from '../ports/storedTicket';
import type { WorkQueue } from '../ports/workQueue';

/** What finding out who a requester is needs. */
export type ReadIdentityDeps = {
  desk: Pick<Desk, 'readUser'>;
  billing: BillingSource;
  billingDirectory: BillingDirectory;
  factsMemory: FactsMemory;
  queue: WorkQueue;
  clock: Clock;
  policy: Policy;
  logger: Logger;
};

/** Who a requester is in billing; `being_read`: an account that is there, and that a job is reading for the first time. */
export type ViewIdentity = StoredIdentity | { kind: 'being_read' };

/**
 * Who a person of the helpdesk is in billing, for showing only. It waits for billing only when nobody here knows the person
 * yet; what that account has is then read by a job. Fails with the `AdapterError` of the helpdesk when it cannot be asked.
 */
export async function readRequesterIdentity(
  deps: ReadIdentityDeps,
  requesterId: string,
): Promise<Result<ViewIdentity, 'requester_not_found'>> {
  const requester = await deps.desk.readUser(requesterId);
  if (requester === undefined) return { ok: false, reason: 'requester_not_found' };
  // As old as what billing says of an account may become without being asked for.
  const maxAgeMs = deps.policy.billing.refreshSeconds * 1_000;
  return { ok: true, value: await toKnown(deps, await identifyRequester(deps, requester, maxAgeMs)) };
}

async function toKnown(deps: ReadIdentityDeps, found: Identification): Promise<ViewIdentity> {
  if (found.kind === 'refused') return found;
  const identity = found.kind === 'failed' ? found.known : found.identity;
  if (identity === undefined) return { kind: 'unavailable' };
  const { billingAccountId, grade } = identity;
  const isRead = (await deps.factsMemory.recallFacts(billingAccountId)) !== undefined;
  if (isRead) return { kind: 'client', grade, billingAccountId };
  return found.kind === 'failed' ? { kind: 'unavailable' } : lookUp(deps, identity);
}

/** An account that was never read: whether billing has it at all. If so, it is read by a job. */
async function lookUp(deps: ReadIdentityDeps, { billingAccountId, grade }: Identity): Promise<ViewIdentity> {
  const answer = await askBilling(deps.logger, () =>
    deps.billingDirectory.findAccounts({ kind: 'id', billingAccountId }, 1),
  );
  if (!answer.ok) return { kind: 'unavailable' };
  if (answer.value.accounts.length > 0) {
    await deps.queue.queueRefresh(billingAccountId);
    return { kind: 'being_read' };
  }
  return { kind: 'refused', reason: grade === 'linked' ? 'linked_account_unknown' : 'unknown_client' };
}
