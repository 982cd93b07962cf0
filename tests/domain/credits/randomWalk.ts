import { decideCharge } from '../../../src/domain/credits/decideCharge';
import { decideExpiries } from '../../../src/domain/credits/decideExpiries';
import { decideGivenAdjustment } from '../../../src/domain/credits/decideGivenAdjustment';
import { decideRefund } from '../../../src/domain/credits/decideRefund';
import { decideRepayments } from '../../../src/domain/credits/decideRepayments';
import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import { decideClawbacks } from '../../../src/domain/entitlement/decideClawbacks';
import { decideGrants } from '../../../src/domain/entitlement/decideGrants';
import type { Policy } from '../../../src/domain/policy/policy';
import { ACCOUNT, NOW, buildFacts, buildPack, buildReading, buildTicket } from '../builders';
import { append, buildMemoryLedger, viewOf } from './memoryLedger';
import { buildReferenceAccount } from './referenceAccount';
import { NEVER } from './referenceModel';
import type { Step } from './walkSteps';

const HOUR_MS = 3_600_000;
const AGENT = { kind: 'agent', id: '500' } as const;

export type Walk = ReturnType<typeof startWalk>;

/** An account before anything happened, kept twice: by the rules and by the reference model. */
export function startWalk(policy: Policy) {
  const reference = buildReferenceAccount(ACCOUNT, policy);
  return {
    policy,
    now: NOW,
    stepCount: 0,
    facts: buildFacts(),
    ledger: buildMemoryLedger(),
    reference,
    model: reference.model,
  };
}

/** Lets one thing happen, on both sides, then books what has become due. */
export function takeStep(walk: Walk, step: Step): void {
  walk.stepCount += 1;
  happen(walk, step);
  settle(walk);
}

/** Books what is due for the account whatever the ticket: the rules decide it, the reference works it out. */
export function settle(walk: Walk): void {
  walk.facts = { ...walk.facts, readAt: walk.now };
  append(walk.ledger, decideExpiries(walk.ledger.book.grants, walk.now));
  append(walk.ledger, decideClawbacks(walk.facts, viewOf(walk.ledger, ''), walk.policy, walk.now));
  append(walk.ledger, decideGrants(walk.facts, viewOf(walk.ledger, ''), walk.policy, walk.now));
  walk.reference.settle(walk.facts, walk.now);
}

/** What is due now, decided and not booked. */
export function decideDue({ ledger, facts, policy, now }: Walk): NewEntry[] {
  const view: LedgerView = viewOf(ledger, '');
  return [
    ...decideExpiries(view.book.grants, now),
    ...decideClawbacks(facts, view, policy, now),
    ...decideGrants(facts, view, policy, now),
  ];
}

function happen(walk: Walk, step: Step): void {
  switch (step.kind) {
    case 'wait':
      walk.now = shift(walk.now, step.hours);
      return;
    case 'spend':
      walk.facts = { ...walk.facts, spendCents: step.cents };
      return;
    case 'buy':
      walk.facts = { ...walk.facts, packs: [...walk.facts.packs, buyPack(walk, step)] };
      return;
    case 'gift':
      give(walk, step);
      return;
    case 'charge':
      charge(walk, step);
      return;
    case 'refund':
      refund(walk, step.ticketId);
      return;
    case 'adjust':
      adjust(walk, step);
  }
}

function buyPack({ now, stepCount }: Walk, { pricelistId, paidHours }: Extract<Step, { kind: 'buy' }>) {
  const paidUntil = paidHours === undefined ? undefined : shift(now, paidHours);
  return buildPack({ billingItemId: String(stepCount), pricelistId, boughtAt: now, paidUntil });
}

function give(walk: Walk, step: Extract<Step, { kind: 'gift' }>): void {
  const key = `grant:goodwill:${walk.stepCount}`;
  const effectiveAt = shift(walk.now, step.fromHours);
  const expiresAt = step.untilHours === undefined ? undefined : shift(walk.now, step.untilHours);
  append(walk.ledger, [
    {
      kind: 'grant',
      key,
      source: 'goodwill',
      amountCredits: step.credits,
      isPaid: step.isPaid,
      effectiveAt,
      expiresAt,
      repays: decideRepayments(walk.ledger.book.debts, step.credits),
      proof: {},
      actor: AGENT,
      spendStep: undefined,
    },
  ]);
  const lot = { key, isEarned: false, isPaid: step.isPaid, from: effectiveAt, until: expiresAt ?? NEVER };
  walk.model.grant(lot, step.credits);
}

function charge(walk: Walk, { ticketId, isPartner }: Extract<Step, { kind: 'charge' }>): void {
  const { ledger, policy, now, model } = walk;
  const view = viewOf(ledger, `zt_${ticketId}`);
  const reading = buildReading({ ...walk.facts, partnerLevel: isPartner ? 'Gold' : undefined });
  if (view.openCharge !== undefined || reading.kind !== 'client') return;
  const ticket = buildTicket({ id: ticketId });
  const decision = decideCharge({ ticket, reading, ledger: view, policy, now }, reading, AGENT);
  const isAllowed = isPartner || model.countSpendable(now) + policy.overdraftCredits >= 1;
  expect(decision.ok).toBe(isAllowed);
  if (!decision.ok) return;
  append(ledger, [decision.value]);
  if (!isPartner) model.take(decision.value.key, 1, now);
}

function refund({ ledger, policy, now, model }: Walk, ticketId: string): void {
  const view = viewOf(ledger, `zt_${ticketId}`);
  const ticket = buildTicket({ id: ticketId });
  const decision = decideRefund({ ticket, ledger: view, policy, now }, 'goodwill', AGENT);
  expect(decision.ok).toBe(view.openCharge?.kind === 'debit');
  if (!decision.ok) return;
  append(ledger, [decision.value]);
  model.giveBack(decision.value.debitKey, now, policy.refundGraceDays * 24 * HOUR_MS);
}

function adjust({ ledger, now, model, stepCount }: Walk, step: Extract<Step, { kind: 'adjust' }>): void {
  const key = `adjustment:${stepCount}`;
  const given = {
    key,
    amountCredits: step.credits,
    isDebtAllowed: step.isDebtAllowed,
    reason: '',
    actor: AGENT,
  };
  const decision = decideGivenAdjustment(given, viewOf(ledger, ''), now);
  expect(decision.ok).toBe(step.isDebtAllowed || model.countSpendable(now) >= step.credits);
  if (!decision.ok) return;
  append(ledger, decision.value);
  model.take(key, step.credits, now);
}

function shift(time: string, hours: number): string {
  return new Date(Date.parse(time) + hours * HOUR_MS).toISOString();
}
