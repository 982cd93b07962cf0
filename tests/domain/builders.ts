import type { AccountFacts, AccountReading, BoughtPack } from '../../src/domain/accounts/accountFacts';
import type { Debt, Grant } from '../../src/domain/credits/grant';
import { EMPTY_LEDGER } from '../../src/domain/credits/ledgerView';
import type { Charge, LedgerView } from '../../src/domain/credits/ledgerView';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy';
import type { DecisionFacts } from '../../src/domain/tickets/decisionInput';
import type { Command, CommandAction } from '../../src/domain/tickets/command';
import type { Line } from '../../src/domain/line/line';
import { toProblemId } from '../../src/domain/tickets/ticketFacts';
import type { TicketFacts } from '../../src/domain/tickets/ticketFacts';

export const NOW = '2026-11-22T12:00:00.000Z';
export const ACCOUNT = '1001';

export function buildFacts(overrides: Partial<AccountFacts> = {}): AccountFacts {
  return {
    billingAccountId: ACCOUNT,
    accountName: 'Example GmbH',
    spendCents: 0,
    expenses: [],
    partnerLevel: undefined,
    packs: [],
    readAt: NOW,
    ...overrides,
  };
}

export function buildReading(overrides: Partial<AccountFacts> = {}): AccountReading {
  return { kind: 'client', grade: 'verified_email', facts: buildFacts(overrides) };
}

export function buildGrant(overrides: Partial<Grant> = {}): Grant {
  return {
    key: `grant:spend:${ACCOUNT}:1`,
    source: 'spend',
    amountCredits: 1,
    remainingCredits: 1,
    isPaid: false,
    effectiveAt: '2026-01-01T00:00:00.000Z',
    expiresAt: undefined,
    ...overrides,
  };
}

export function buildPack(overrides: Partial<BoughtPack> = {}): BoughtPack {
  return {
    billingItemId: '77',
    pricelistId: '105',
    boughtAt: '2026-11-01T00:00:00.000Z',
    paidUntil: undefined,
    ...overrides,
  };
}

/** A ledger that holds `credits` unspent credits, each a gift, so that no spend has to carry them, and `debts`. */
export function buildLedgerView(
  credits: number,
  { debts = [], ...overrides }: Partial<LedgerView> & { debts?: Debt[] } = {},
): LedgerView {
  const grants = Array.from({ length: credits }, (_, index) =>
    buildGrant({ key: `grant:goodwill:${index + 1}`, source: 'goodwill' }),
  );
  return {
    ...EMPTY_LEDGER,
    billingAccountId: ACCOUNT,
    book: { grants, debts },
    ...overrides,
  };
}

export function buildCommand(action: CommandAction, overrides: Partial<Command> = {}): Command {
  return { id: 'audit-1', action, actorId: '500', actorRole: 'agent', actorGroupIds: [], ...overrides };
}

/** An open ticket of technical support that stands for itself. */
export function buildTicket(overrides: Partial<TicketFacts> = {}): TicketFacts {
  const id = overrides.id ?? '7';
  return {
    id,
    requesterId: '900',
    line: 'tech',
    problemId: toProblemId(id),
    isFollowUp: false,
    standing: 'open',
    wasAnsweredByTech: undefined,
    handedOverBy: undefined,
    mergedInto: undefined,
    defectTicketId: undefined,
    command: undefined,
    ...overrides,
  };
}

export function buildDecision(overrides: {
  line?: Line;
  ticket?: Partial<TicketFacts>;
  command?: Command;
  reading?: AccountReading;
  ledger?: LedgerView;
  policy?: Partial<DecisionFacts['policy']>;
}): DecisionFacts {
  return {
    ticket: buildTicket({
      ...overrides.ticket,
      ...('line' in overrides ? { line: overrides.line } : {}),
      command: overrides.command,
    }),
    reading: overrides.reading ?? buildReading(),
    ledger: overrides.ledger ?? buildLedgerView(0),
    policy: { ...DEFAULT_POLICY, ...overrides.policy },
    now: NOW,
  };
}

export const OPEN_DEBIT: Extract<Charge, { kind: 'debit' }> = {
  kind: 'debit',
  key: 'debit:zt_7:0',
  ticketId: '7',
  isByAgent: false,
  amountCredits: 1,
  allocations: [{ grantKey: 'grant:goodwill:1', amountCredits: 1, expiresAt: undefined }],
};
