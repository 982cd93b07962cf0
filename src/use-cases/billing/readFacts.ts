import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { decideAccount } from '../../domain/entitlement/decideAccount';
import type { Policy } from '../../domain/policy/policy';
import { decideFall } from '../../domain/entitlement/decideFall';
import { askBilling } from './askBilling';
import { isRecent } from './isRecent';
import { AdapterError } from '../ports/AdapterError';
import type { BillingSource } from '../ports/billingSource';
import type { Clock } from '../ports/clock';
import type { FactsMemory } from '../ports/factsMemory';
import type { Ledger } from '../ports/ledger';
import type { Logger } from '../ports/logger';

/** What reading the facts of an account needs. */
export type ReadFactsDeps = {
  billing: BillingSource;
  factsMemory: FactsMemory;
  ledger: Ledger;
  clock: Clock;
  policy: Policy;
  logger: Logger;
};

/** What billing says of an account; `entryKeys` are the entries that a reading of this moment led to. */
export type FactsReading =
  | { kind: 'remembered'; facts: AccountFacts }
  | { kind: 'read'; facts: AccountFacts; entryKeys: string[] }
  | { kind: 'no_account' }
  | { kind: 'failed'; error: AdapterError };

/**
 * The facts of an account, no older than `maxAgeMs` at the time of asking: remembered ones, else read. An account is read
 * once at a time over all replicas; who comes meanwhile takes what that reading brings. What the facts justify is booked
 * before they are remembered, by whoever read them: so the ledger never lags behind what is remembered, and the order of
 * bookings is that of the readings. Fails with `AdapterError` when the database cannot be asked.
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
  const before = (await factsMemory.recallFacts(billingAccountId))?.facts;
  const facts = { ...answer.value, fall: decideFall(answer.value, before, deps.policy) };
  const entryKeys = await book(deps, facts, turnId);
  if (entryKeys === undefined) return { kind: 'failed', error: toBusyError() };
  await factsMemory.rememberFacts(facts, readMs, turnId);
  if (before?.fall === undefined) warnOfFall(deps, facts);
  return { kind: 'read', facts, entryKeys };
}

/**
 * Grants what is earned or bought and takes back what is not earned any more, as every look at a ticket would. Undefined:
 * the turn has passed to others meanwhile, whose reading is newer; nothing was booked.
 */
async function book(
  { ledger, clock, policy }: ReadFactsDeps,
  facts: AccountFacts,
  turnId: string,
): Promise<string[] | undefined> {
  const now = clock.now().toISOString();
  const { billingAccountId } = facts;
  const request = { billingAccountId, occurredAt: now, turnId };
  const outcome = await ledger.appendDecided<'turn_lost'>(request, (view, hasTurn) =>
    hasTurn
      ? { ok: true, value: decideAccount(facts, view, policy, now).entries }
      : { ok: false, reason: 'turn_lost' },
  );
  return outcome.kind === 'appended' ? outcome.entryKeys : undefined;
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
