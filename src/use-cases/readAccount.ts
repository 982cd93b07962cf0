import type { AccountReading } from '../domain/accounts/accountFacts';
import { AdapterError } from './ports';
import type { BillingSource, Clock, DeskUser, FactsMemory } from './ports';
import type { Policy } from '../domain/policy/policy';

/** What reading an account needs. */
export type ReadAccountDeps = {
  billing: BillingSource;
  factsMemory: FactsMemory;
  clock: Clock;
  policy: Policy;
};

/**
 * Who the requester is in billing, read at this moment. Only a verified e-mail may stand for a client: anybody can
 * write from any address. When billing fails the reading is `unavailable` (R13), with what was known before; facts not
 * older than `billing.chargeMaxAgeSeconds` still count as read. Never throws for a failure of billing.
 */
export async function readAccount(
  deps: ReadAccountDeps,
  requester: DeskUser | undefined,
): Promise<AccountReading> {
  const email = requester?.email;
  if (requester === undefined || email === undefined)
    return { kind: 'refused', reason: 'requester_without_email' };
  if (!requester.isEmailVerified) return { kind: 'refused', reason: 'unverified_email' };
  try {
    return await askBilling(deps, email);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return fallBack(deps, email, error.code);
  }
}

async function askBilling(deps: ReadAccountDeps, email: string): Promise<AccountReading> {
  const match = await deps.billing.readClient(email);
  if (match.kind !== 'one') {
    await deps.factsMemory.forgetClient(email);
    return { kind: 'refused', reason: match.kind === 'none' ? 'unknown_client' : 'ambiguous_client' };
  }
  const facts = await deps.billing.readAccountFacts(match.billingAccountId);
  await deps.factsMemory.rememberFacts(email, facts);
  return { kind: 'client', grade: 'verified_email', facts };
}

async function fallBack(deps: ReadAccountDeps, email: string, code: string): Promise<AccountReading> {
  const known = await deps.factsMemory.rememberFailure(email);
  const ageMs = known === undefined ? Infinity : deps.clock.now().getTime() - Date.parse(known.readAt);
  if (known !== undefined && ageMs < deps.policy.billing.chargeMaxAgeSeconds * 1_000) {
    return { kind: 'client', grade: 'verified_email', facts: known };
  }
  return { kind: 'unavailable', code, known };
}
