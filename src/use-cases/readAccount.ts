import type { AccountFacts, AccountReading } from '../domain/accounts/accountFacts';
import { AdapterError } from './ports/AdapterError';
import type { BillingSource, ClientMatch } from './ports/billingSource';
import type { Clock } from './ports/clock';
import type { DeskUser } from './ports/desk';
import type { FactsMemory } from './ports/factsMemory';
import type { Logger } from './ports/logger';
import type { Policy } from '../domain/policy/policy';

/** What reading an account needs. */
export type ReadAccountDeps = {
  billing: BillingSource;
  factsMemory: FactsMemory;
  clock: Clock;
  policy: Policy;
  logger: Logger;
};

/**
 * Who the requester is in billing, read at this moment. Only a verified e-mail may stand for a client: anybody can
 * write from any address. When billing fails the reading is `unavailable` (R13), with what was known before; facts not
 * older than `billing.chargeMaxAgeSeconds` still count as read. A failure of billing is never thrown: it is logged, as
 * warn when asking again can help and as error when an operator has to act. Fails with `AdapterError` of the memory.
 */
export async function readAccount(
  deps: ReadAccountDeps,
  requester: DeskUser | undefined,
): Promise<AccountReading> {
  const email = requester?.email;
  if (requester === undefined || email === undefined)
    return { kind: 'refused', reason: 'requester_without_email' };
  if (!requester.isEmailVerified) return { kind: 'refused', reason: 'unverified_email' };
  const answer = await askBilling(deps.billing, email);
  switch (answer.kind) {
    case 'failed':
      logFailure(deps.logger, answer.error);
      return fallBack(deps, email, answer.error);
    case 'one':
      await deps.factsMemory.rememberFacts(email, answer.facts);
      return { kind: 'client', grade: 'verified_email', facts: answer.facts };
    case 'none':
    case 'several':
      await deps.factsMemory.forgetClient(email);
      return { kind: 'refused', reason: answer.kind === 'none' ? 'unknown_client' : 'ambiguous_client' };
  }
}

type Answer =
  | Exclude<ClientMatch, { kind: 'one' }>
  | { kind: 'one'; facts: AccountFacts }
  | { kind: 'failed'; error: AdapterError };

/** Only what billing itself fails with is a failure of billing; the memory's failures are not caught here. */
async function askBilling(billing: BillingSource, email: string): Promise<Answer> {
  try {
    const match = await billing.readClient(email);
    if (match.kind !== 'one') return match;
    const facts = await billing.readAccountFacts(match.billingAccountId);
    // The account may be deleted between the two questions: its users then stand for nobody any more.
    return facts === undefined ? { kind: 'none' } : { kind: 'one', facts };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { kind: 'failed', error };
  }
}

function logFailure(logger: Logger, { code, retry, message }: AdapterError): void {
  logger[retry ? 'warn' : 'error']({ code, retry, asked: message }, 'billing could not be read');
}

async function fallBack(
  deps: ReadAccountDeps,
  email: string,
  { code, retry }: AdapterError,
): Promise<AccountReading> {
  const known = await deps.factsMemory.rememberFailure(email);
  const ageMs = known === undefined ? Infinity : deps.clock.now().getTime() - Date.parse(known.readAt);
  if (known !== undefined && ageMs < deps.policy.billing.chargeMaxAgeSeconds * 1_000) {
    return { kind: 'client', grade: 'verified_email', facts: known };
  }
  return { kind: 'unavailable', code, retry, known };
}
