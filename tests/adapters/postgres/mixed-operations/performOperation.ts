import type { AccountReading } from '../../../../src/domain/accounts/accountFacts';
import { decideGivenAdjustment } from '../../../../src/domain/credits/decideGivenAdjustment';
import { decideGivenGrant } from '../../../../src/domain/credits/decideGivenGrant';
import type { LedgerView } from '../../../../src/domain/credits/ledgerView';
import type { NewEntry } from '../../../../src/domain/credits/newEntry';
import { decideAccount } from '../../../../src/domain/entitlement/decideAccount';
import { decideTicket } from '../../../../src/domain/tickets/decideTicket';
import { expireGrants } from '../../../../src/use-cases/expireGrants';
import { AdapterError } from '../../../../src/use-cases/ports/AdapterError';
import type { Ledger } from '../../../../src/use-cases/ports/ledger';
import type { Given, Look, Operation } from './drawOperations';
import type { DecisionLog } from './decisionLog';
import { factsAt, POLICY } from './world';
import { buildTicket } from '../../../domain/builders';

const ACTOR = { kind: 'operator', name: 'Ann' } as const;

/** One bridge: its ledger, with its decisions written to the log that all bridges share. */
export type Replica = { ledger: Ledger; log: DecisionLog };

/** Does it through `replica`, as operation `index` at `now` (ISO 8601); fails with whatever reaches the caller. */
export async function performOperation(
  replica: Replica,
  operation: Operation,
  index: number,
  now: string,
): Promise<void> {
  switch (operation.kind) {
    case 'look':
      return performLook(replica, operation, index, now);
    case 'given':
      return performGiven(replica, operation, now);
    case 'sync':
      return performSync(replica, operation.account, index, now);
    case 'expire':
      return performExpiry(replica, now);
    case 'sweep':
      await replica.ledger.queueWaitingTickets(20, now);
  }
}

async function performLook({ ledger, log }: Replica, look: Look, index: number, now: string): Promise<void> {
  const { account, ticketId, line, command } = look;
  const facts = factsAt(account, index, now);
  const grade = 'verified_email';
  const client = { kind: 'client', grade, facts } as const;
  const readings: Record<Look['billing'], AccountReading> = {
    away: { kind: 'unavailable', code: 'billing_timeout', retry: true, known: { grade, facts } },
    booked: { ...client, isBooked: true },
    news: client,
  };
  const reading = readings[look.billing];
  const requesterId = account;
  const ticket = buildTicket({ id: ticketId, requesterId, line, command });
  const identity = { kind: 'client', grade, billingAccountId: account } as const;
  await ledger.decideTicket({ ticket, identity, occurredAt: now }, (view, isAnswered) => {
    const decision = decideTicket({ ticket, reading, ledger: view, policy: POLICY, now }, isAnswered);
    log.add({ kind: 'look', account, now, look, facts, decision });
    return decision;
  });
}

async function performGiven({ ledger, log }: Replica, given: Given, now: string): Promise<void> {
  const { account, isDryRun } = given;
  const request = {
    billingAccountId: account,
    occurredAt: now,
    statement: toStatement(given, now),
    isDryRun,
  };
  try {
    const outcome = await ledger.appendDecided(request, (view) => {
      const decided = decideGiven(given, view, now);
      log.add({ kind: 'given', account, now, given, decided });
      return decided;
    });
    log.addAnswer({ given, outcome: outcome.kind });
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'key_reused') throw error;
    log.addAnswer({ given, outcome: error.code });
  }
}

function decideGiven(given: Given, view: LedgerView, now: string) {
  const { key, credits: amountCredits, expiresAt, isDebtAllowed } = given;
  const stated = { key, amountCredits, reason: 'why', actor: ACTOR };
  return given.deed === 'grant'
    ? decideGivenGrant({ ...stated, source: 'goodwill', expiresAt }, view, now)
    : decideGivenAdjustment({ ...stated, isDebtAllowed }, view, now);
}

function toStatement({ deed, key, credits: amountCredits, expiresAt }: Given, now: string): NewEntry {
  const stated = { key, amountCredits, proof: {}, actor: ACTOR };
  if (deed === 'adjustment') return { kind: 'adjustment', ...stated, allocations: [] };
  const lot = { source: 'goodwill', isPaid: false, effectiveAt: now, expiresAt } as const;
  return { kind: 'grant', ...stated, ...lot, repays: [], spendStep: undefined };
}

async function performSync(
  { ledger, log }: Replica,
  account: string,
  index: number,
  now: string,
): Promise<void> {
  const facts = factsAt(account, index, now);
  await ledger.appendDecided({ billingAccountId: account, occurredAt: now }, (view) => {
    const decided = { ok: true, value: decideAccount(facts, view, POLICY, now).entries } as const;
    log.add({ kind: 'due', account, now, facts, decided });
    return decided;
  });
}

async function performExpiry({ ledger, log }: Replica, now: string): Promise<void> {
  const appendDecided: Ledger['appendDecided'] = (request, decide) =>
    ledger.appendDecided(request, (view, hasTurn) => {
      const decided = decide(view, hasTurn);
      log.add({ kind: 'due', account: request.billingAccountId, now, facts: undefined, decided });
      return decided;
    });
  await expireGrants({ ledger: { ...ledger, appendDecided }, clock: { now: () => new Date(now) } }, 3);
}
