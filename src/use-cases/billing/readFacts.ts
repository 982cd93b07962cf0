import type { AccountFacts } from '../../domain/accounts/accountFacts';
import type { Policy } from '../../domain/policy/policy';
import { decideFall } from '../../domain/entitlement/decideFall';
import { askBilling } from './askBilling';
import { bookFacts } from './bookFacts';
import { isRecent } from './isRecent';
import { AdapterError } from '../ports/AdapterError';
import type { BillingSource } from '../ports/billingSource';
import type { Clock } from '../ports/clock';
import type { FactsMemory } from '../ports/factsMemory';
import type { Ledger } from '../ports/ledger';
import type { Logger } from '../ports/logger';
import type { WorkQueue } from '../ports/workQueue';

/** What reading the facts of an account needs. */
export type ReadFactsDeps = {
  billing: BillingSource;
  factsMemory: FactsMemory;
  ledger: Ledger;
  queue: WorkQueue;
  clock: Clock;
  policy: Policy;
  logger: Logger;
};

/** What billing says of an account; `isChanged`: a reading of this moment booked something, or found something new. */
export type FactsReading =
  | { kind: 'remembered'; facts: AccountFacts }
  | { kind: 'read'; facts: AccountFacts; isChanged: boolean }
  | { kind: 'no_account' }
  | { kind: 'failed'; error: AdapterError };

/**
 * The facts of an account, no older than `maxAgeMs` at the time of asking: remembered ones, else read. An account is read
 * once at a time over all replicas; who comes meanwhile takes what that reading brings. What the facts justify is booked
 * before they are remembered, by whoever read them: so the ledger never lags behind what is remembered, and the order of
 * bookings is that of the readings. Whoever finds a change has all who are shown it brought in line. Fails with
 * `AdapterError` when the database cannot be asked.
 */
export async function readFacts(
  deps: ReadFactsDeps,
  billingAccountId: string,
  maxAgeMs: number,
): Promise<FactsReading> {
  const { factsMemory, clock } = deps;
  const askedAt = clock.now();
  const recallRecent = async (): Promise<FactsReading | undefined> => {
    const remembered = await factsMemory.recallFacts(billingAccountId);
    if (remembered === undefined || !isRecent(remembered, askedAt, maxAgeMs)) return undefined;
    return { kind: 'remembered', facts: remembered.facts };
  };
  const recent = await recallRecent();
  if (recent !== undefined) return recent;
  const turn = await factsMemory.inTurn(
    billingAccountId,
    askedAt.toISOString(),
    async (turnId) => (await recallRecent()) ?? readNow(deps, billingAccountId, turnId),
  );
  return turn?.value ?? { kind: 'failed', error: toBusyError() };
}

async function readNow(deps: ReadFactsDeps, billingAccountId: string, turnId: string): Promise<FactsReading> {
  const { factsMemory, clock } = deps;
  const before = (await factsMemory.recallFacts(billingAccountId))?.facts;
  const startedAt = clock.now().getTime();
  const answer = await askBilling(deps.logger, () => deps.billing.readAccountFacts(billingAccountId));
  if (!answer.ok) {
    await factsMemory.rememberFailure(billingAccountId);
    return { kind: 'failed', error: answer.error };
  }
  if (answer.value === undefined) {
    await factsMemory.forgetAccount(billingAccountId);
    return { kind: 'no_account' };
  }
  const readMs = Math.max(0, clock.now().getTime() - startedAt);
  const facts = { ...answer.value, fall: decideFall(answer.value, before, deps.policy) };
  const entryKeys = await bookFacts(deps, facts, turnId);
  if (entryKeys === undefined) return { kind: 'failed', error: toBusyError() };
  if (entryKeys.length > 0) deps.logger.info({ billingAccountId, entryKeys }, 'entries booked');
  await factsMemory.rememberFacts(facts, readMs, turnId);
  if (before?.fall === undefined) warnOfFall(deps, facts);
  const isChanged = entryKeys.length > 0 || !isShownAlike(before, facts);
  if (isChanged) await deps.queue.queueShown(billingAccountId);
  return { kind: 'read', facts, isChanged };
}

/** Whether what is shown at the people of an account, besides its credits, is the same. */
function isShownAlike(before: AccountFacts | undefined, now: AccountFacts): boolean {
  return before?.spendCents === now.spendCents && before.partnerLevel === now.partnerLevel;
}

/** Said once, when it begins: one account is a matter of its charges, many at once are a matter of the panel's rights. */
function warnOfFall({ logger, policy }: ReadFactsDeps, { billingAccountId, fall }: AccountFacts): void {
  if (fall === undefined) return;
  const { fallenCents } = fall;
  const { clawbackDelayHours } = policy.spend;
  logger.warn(
    { billingAccountId, fallenCents, clawbackDelayHours },
    'charges vanished from billing; credits are taken back only when they stay away',
  );
}

function toBusyError(): AdapterError {
  return new AdapterError('The account is being read elsewhere, and that takes too long.', {
    code: 'billing_busy',
    retry: true,
  });
}
