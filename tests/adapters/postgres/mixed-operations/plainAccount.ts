import { buildReferenceAccount } from '../../../domain/credits/referenceAccount';
import { NEVER } from '../../../domain/credits/referenceModel';
import type { Decided } from './decisionLog';
import type { Given } from './drawOperations';
import { lookPlainly } from './plainTickets';
import type { PlainTicket } from './plainTickets';
import { POLICY } from './world';

/**
 * One account with its tickets as plain words have it, one operation after the other: what the ledger has to come to,
 * worked out without any of its rules.
 */
export type PlainAccount = ReturnType<typeof startPlainAccount>;

export function startPlainAccount(billingAccountId: string) {
  const reference = buildReferenceAccount(billingAccountId, POLICY);
  return {
    reference,
    model: reference.model,
    tickets: new Map<string, PlainTicket>(),
    /** By the id of an asking, how it was answered. */
    answers: new Map<string, string>(),
  };
}

/** Lets happen what was decided; answers how it has to end: the state of the ticket, «done», or the refusal. */
export function applyPlainly(account: PlainAccount, decided: Decided): string {
  switch (decided.kind) {
    case 'look':
      return lookPlainly(account, decided);
    case 'given':
      return givePlainly(account, decided.given, decided.now);
    case 'due':
      if (decided.facts === undefined) account.model.expire(decided.now);
      else account.reference.settle(decided.facts, decided.now);
      return 'done';
  }
}

/** A dry run ends like the real thing, and nothing comes of it. */
function givePlainly({ model }: PlainAccount, given: Given, now: string): string {
  const { deed, key, credits, expiresAt, isDebtAllowed, isDryRun } = given;
  if (deed === 'grant') {
    if (expiresAt !== undefined && expiresAt <= now) return 'already_ended';
    const lot = { key, isEarned: false, isPaid: false, from: now, until: expiresAt ?? NEVER };
    if (!isDryRun) model.grant(lot, credits);
    return 'done';
  }
  if (!isDebtAllowed && model.countSpendable(now) < credits) return 'insufficient_credits';
  if (!isDryRun) model.take(key, credits, now);
  return 'done';
}
