import type { AccountReading } from '../accounts/accountFacts';
import type { Result } from '../result';
import type { DecisionFacts } from '../tickets/decisionInput';
import type { HoldReason } from '../tickets/creditState';
import { allocate } from './allocate';
import { countSpendableCredits } from './countSpendableCredits';
import type { Actor, DebitEntry, ReasonSnapshot, WaiverEntry } from './newEntry';

type Client = Extract<AccountReading, { kind: 'client' }>;
type ChargeEntry = DebitEntry | WaiverEntry;

/**
 * The charge of a problem that has none open: a waiver for a partner (R8), else a debit of one credit (R1, R3).
 * Refuses with `link_required` when the policy charges nobody who is known this way, and with `no_credits` when the grants and the allowed overdraft do not cover it (R12), and, unless an agent asked
 * for this very charge, when they do not also cover the tickets that have been held for want of credits for longer.
 */
export function decideCharge(
  facts: DecisionFacts,
  client: Client,
  actor: Actor,
): Result<ChargeEntry, HoldReason> {
  if (!facts.policy.identity.chargeGrades.includes(client.grade))
    return { ok: false, reason: 'link_required' };
  if (facts.policy.isPartnerWaived && client.facts.partnerLevel !== undefined) {
    return { ok: true, value: toWaiver(facts, client, 'partner', actor) };
  }
  const { ledger, policy, now } = facts;
  const coverCredits = countSpendableCredits(ledger.book, now) + policy.overdraftCredits;
  const waitingBefore = actor.kind === 'rule' ? ledger.olderHeldTickets : 0;
  if (coverCredits < waitingBefore + 1) return { ok: false, reason: 'no_credits' };
  return { ok: true, value: toDebit(facts, client, actor) };
}

/** A waiver of the ticket's problem: written down like a debit, with what was known when it was decided. */
export function toWaiver(
  facts: DecisionFacts,
  client: Client,
  reason: 'partner' | 'agent',
  actor: Actor,
): WaiverEntry {
  const { problemId } = facts.ticket;
  return {
    kind: 'waiver',
    key: `waiver:${problemId}:${facts.ledger.chargeCount}`,
    problemId,
    ticketId: facts.ticket.id,
    reason,
    snapshot: toSnapshot(client),
    actor,
  };
}

function toDebit(facts: DecisionFacts, client: Client, actor: Actor): ChargeEntry {
  const { problemId } = facts.ticket;
  return {
    kind: 'debit',
    key: `debit:${problemId}:${facts.ledger.chargeCount}`,
    problemId,
    ticketId: facts.ticket.id,
    amountCredits: 1,
    allocations: allocate(facts.ledger.book.grants, 1, facts.now),
    snapshot: toSnapshot(client),
    actor,
  };
}

function toSnapshot({ grade, facts }: Client): ReasonSnapshot {
  return {
    grade,
    partnerLevel: facts.partnerLevel,
    spendCents: facts.spendCents,
    billingReadAt: facts.readAt,
  };
}
