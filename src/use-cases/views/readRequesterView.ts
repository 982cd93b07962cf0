import type { ClientView } from '../../contract/creditsView';
import type { Result } from '../../domain/result';
import { toProblemId } from '../../domain/tickets/ticketFacts';
import { askBilling } from '../billing/askBilling';
import { identifyRequester } from '../billing/identifyRequester';
import type { Identification, Identity } from '../billing/identifyRequester';
import type { BillingDirectory } from '../ports/billingDirectory';
import type { BillingSource } from '../ports/billingSource';
import type { Desk } from '../ports/desk';
import type { Logger } from '../ports/logger';
import type { StoredIdentity } from '../ports/storedTicket';
import { toBaseView } from './creditsViewParts';
import { readClientParts } from './readClientParts';
import type { ReadClientDeps } from './readClientParts';

/** What reading a view of a requester needs. */
export type ReadRequesterViewDeps = ReadClientDeps & {
  desk: Desk;
  billing: BillingSource;
  billingDirectory: BillingDirectory;
  logger: Logger;
};

/** Stands for a ticket that does not exist yet: no ticket has this id. */
const NEW_TICKET_ID = 'new';

/**
 * What is shown of a requester before there is a ticket: as beside a ticket, with what a new one would cost. It waits for
 * billing only to find out who somebody is whom nobody here knows yet; what that account has is then read by a job, and
 * until it was the identity is not known. Moves no credits, and writes nothing into the ledger.
 */
export async function readRequesterView(
  deps: ReadRequesterViewDeps,
  requesterId: string,
): Promise<Result<ClientView, 'requester_not_found'>> {
  const requester = await deps.desk.readUser(requesterId);
  if (requester === undefined) return { ok: false, reason: 'requester_not_found' };
  // As old as what billing says of an account may become without being asked for.
  const maxAgeMs = deps.policy.billing.refreshSeconds * 1_000;
  const identity = await toKnown(deps, await identifyRequester(deps, requester, maxAgeMs));
  const base = toBaseView(deps.policy, deps.clock.now());
  if (identity === 'being_read') return { ok: true, value: base };
  const handOver = { id: NEW_TICKET_ID, requesterId, problemId: toProblemId(NEW_TICKET_ID) };
  return { ok: true, value: { ...base, ...(await readClientParts(deps, { identity, handOver })) } };
}

async function toKnown(
  deps: ReadRequesterViewDeps,
  found: Identification,
): Promise<StoredIdentity | 'being_read'> {
  if (found.kind === 'refused') return found;
  const identity = found.kind === 'failed' ? found.known : found.identity;
  if (identity === undefined) return { kind: 'unavailable' };
  const { billingAccountId, grade } = identity;
  const isRead = (await deps.factsMemory.recallFacts(billingAccountId)) !== undefined;
  if (isRead) return { kind: 'client', grade, billingAccountId };
  return found.kind === 'failed' ? { kind: 'unavailable' } : lookUp(deps, identity);
}

/** An account that was never read: whether billing has it at all. If so, it is read by a job. */
async function lookUp(
  deps: ReadRequesterViewDeps,
  { billingAccountId, grade }: Identity,
): Promise<StoredIdentity | 'being_read'> {
  const answer = await askBilling(deps.logger, () =>
    deps.billingDirectory.findAccounts({ kind: 'id', billingAccountId }, 1),
  );
  if (!answer.ok) return { kind: 'unavailable' };
  if (answer.value.accounts.length > 0) {
    await deps.queue.queueRefresh(billingAccountId);
    return 'being_read';
  }
  return { kind: 'refused', reason: grade === 'linked' ? 'linked_account_unknown' : 'unknown_client' };
}
