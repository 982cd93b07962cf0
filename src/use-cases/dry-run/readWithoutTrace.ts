import type { AccountReading, IdentityGrade } from '../../domain/accounts/accountFacts';
import { askBilling } from '../billing/askBilling';
import { toFreshMs } from '../billing/factsAges';
import { identifyRequester } from '../billing/identifyRequester';
import type { BillingSource } from '../ports/billingSource';
import type { Clock } from '../ports/clock';
import type { DeskUser } from '../ports/desk';
import type { FactsMemory } from '../ports/factsMemory';
import type { Logger } from '../ports/logger';
import type { Policy } from '../../domain/policy/policy';

/** What reading without a trace needs. */
export type ReadWithoutTraceDeps = {
  billing: BillingSource;
  factsMemory: FactsMemory;
  clock: Clock;
  policy: Policy;
  logger: Logger;
};

/**
 * Who the requester is in billing, on what is remembered at any age, else on what billing says now; nothing of it is
 * remembered or booked. A failure of billing is `unavailable`.
 */
export async function readRequesterWithoutTrace(
  deps: ReadWithoutTraceDeps,
  requester: DeskUser | undefined,
): Promise<AccountReading> {
  const recallOnly = { ...deps, factsMemory: forgetful(deps.factsMemory) };
  const found = await identifyRequester(recallOnly, requester, toFreshMs(deps.policy));
  if (found.kind === 'refused') return found;
  const identity = found.kind === 'account' ? found.identity : found.known;
  if (identity !== undefined) return readAccountWithoutTrace(deps, identity.billingAccountId, identity.grade);
  const { code, retry } = found.kind === 'failed' ? found.error : { code: 'not_asked', retry: true };
  return { kind: 'unavailable', code, retry, known: undefined };
}

/** The same of an account whose number is known. Facts that were never booked are booked on trial with the decision. */
export async function readAccountWithoutTrace(
  { billing, factsMemory, logger }: ReadWithoutTraceDeps,
  billingAccountId: string,
  grade: IdentityGrade,
): Promise<AccountReading> {
  const remembered = await factsMemory.recallFacts(billingAccountId);
  if (remembered !== undefined) return { kind: 'client', grade, facts: remembered.facts, isBooked: true };
  const answer = await askBilling(logger, () => billing.readAccountFacts(billingAccountId));
  if (!answer.ok) {
    const { code, retry } = answer.error;
    return { kind: 'unavailable', code, retry, known: undefined };
  }
  if (answer.value !== undefined) return { kind: 'client', grade, facts: answer.value };
  return { kind: 'refused', reason: grade === 'linked' ? 'linked_account_unknown' : 'unknown_client' };
}

/** Recalls as ever and remembers nothing new. */
function forgetful(factsMemory: FactsMemory): FactsMemory {
  const nothing = async () => undefined;
  return {
    ...factsMemory,
    rememberClient: nothing,
    forgetClient: nothing,
    rememberFailure: nothing,
  };
}
