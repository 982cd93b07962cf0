import { applyToCharge } from '../../../domain/credits/applyToCharge';
import type { Book } from '../../../domain/credits/grant';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { TicketDecision } from '../../../domain/tickets/ticketDecision';
import type { DecisionInput } from '../../../use-cases/ports/ledger';
import type { StoredIdentity } from '../../../use-cases/ports/storedTicket';
import type { Settled } from '../groupCommit';
import type { AccountState } from './accountState';
import { afterEntries, isCharged } from './problemState';
import { afterDecision, countHeldTickets } from './heldTickets';
import { buildPlan, planEntries } from './planEntries';
import type { Plan } from './planEntries';
import type { PreviousTicket } from './previousTicket';
import { countDecided, countToday } from './readPermissions';
import type { Permissions } from './readPermissions';
import type { State } from './readState';
import type { DecidedTicket } from './storeTicketStates';

/** One look at a ticket that waits to be decided. */
export type DecisionRequest = {
  input: DecisionInput;
  decide: (view: LedgerView, isCommandAnswered: boolean) => TicketDecision;
  /** Where the look stands in its trace, for the jobs that follow. */
  trace?: string | undefined;
};

/** What was decided and which entries were written. */
export type DecisionOutcome = { decision: TicketDecision; entryKeys: string[] };

/** What came of a batch, before anything of it is written. */
export type DecidedBatch = {
  outcomes: Settled<DecisionOutcome>[];
  decided: DecidedTicket[];
  plan: Plan;
  /** Clients whose next held ticket can be looked at. */
  settling: string[];
};

/**
 * Decides one request after the other on the state that was read, and carries into `state.accounts` what each does to its
 * account, so that the next one sees it. A decision that throws leaves nothing. `ownerOf` names the credit account.
 */
export function decideInTurn(
  requests: readonly DecisionRequest[],
  { state, permissions }: { state: State; permissions: Permissions },
  ownerOf: (input: DecisionInput) => string | undefined,
  recordedAt: string,
): DecidedBatch {
  const plan = buildPlan();
  const decided: DecidedTicket[] = [];
  const settling = new Set<string>();
  const decideRequest = (request: DecisionRequest): DecisionOutcome => {
    const { input } = request;
    const previous = state.tickets.get(input.ticket.id);
    const owner = ownerOf(input);
    const account = owner === undefined ? undefined : state.accounts.get(owner);
    const decision = decideOne(state, permissions, account, request);
    countDecided(permissions, decision.entries);
    const context = { occurredAt: input.occurredAt, recordedAt, subject: input.ticket.subject };
    const after = account && planEntries(plan, account, decision.entries, context);
    if (account !== undefined && after !== undefined) {
      const heldTickets = holdTicket(after, input, decision, previous);
      state.accounts.set(
        after.billingAccountId,
        heldTickets === after.heldTickets ? after : { ...after, heldTickets },
      );
      if (decision.settlesNext) settling.add(after.billingAccountId);
      carryRepayments(state, decision);
      carryCharge(state, input.ticket.problemId, decision, account.book);
    }
    const identity = toIdentity(input, decision, previous);
    const left = toLeftAccount(previous, identity);
    if (left !== undefined) settling.add(left);
    const { trace } = request;
    decided.push({ input, decision, owner, identity, balanceCredits: after?.balanceCredits, trace });
    return { decision, entryKeys: decision.entries.map((entry) => entry.key) };
  };
  const outcomes = requests.map((request): Settled<DecisionOutcome> => {
    try {
      return { ok: true, value: decideRequest(request) };
    } catch (error) {
      return { ok: false, error };
    }
  });
  return { outcomes, decided, plan, settling: [...settling] };
}

/** Debits of other problems of the batch, of which a grant of this decision repaid something. */
function carryRepayments({ problems }: State, { entries }: TicketDecision): void {
  for (const [id, problem] of problems) {
    const openCharge = entries.reduce(applyToCharge, problem.openCharge);
    if (openCharge !== problem.openCharge) problems.set(id, { ...problem, openCharge });
  }
}

/** The problem itself, for tickets of the batch that were merged into one of its tickets. */
function carryCharge({ problems }: State, problemId: string, { entries }: TicketDecision, book: Book): void {
  const problem = problems.get(problemId);
  if (problem !== undefined) problems.set(problemId, afterEntries(problem, entries, book));
}

function decideOne(
  state: State,
  permissions: Permissions,
  account: AccountState | undefined,
  request: DecisionRequest,
): TicketDecision {
  const { ticket } = request.input;
  const problem = state.problems.get(ticket.problemId);
  const target = ticket.mergedInto && state.problems.get(ticket.mergedInto.problemId);
  const previous = state.tickets.get(ticket.id);
  if (problem === undefined) throw new Error('Defect: the problem was not read.');
  const { otherHeldTickets, olderHeldTickets } = countHeldTickets(
    account?.heldTickets ?? [],
    ticket.id,
    previous?.waitingSince,
  );
  const view: LedgerView = {
    billingAccountId: account?.billingAccountId,
    book: account?.book ?? { grants: [], debts: [] },
    spendGrantCount: account?.spendGrantCount ?? 0,
    spendClawbacks: account?.spendClawbacks ?? [],
    grantedKeys: account?.grantedKeys ?? [],
    openCharge: problem.openCharge,
    chargeCount: problem.chargeCount,
    refundReason: problem.refundReason,
    refundReasons: problem.refundReasons,
    refundsToday: countToday(permissions, ticket),
    awaiting: permissions.awaiting.get(ticket.id),
    isMergeTargetCharged: target !== undefined && isCharged(target),
    previous: previous && { requesterId: previous.requesterId, state: previous.state },
    otherHeldTickets,
    olderHeldTickets,
  };
  const isAnswered = ticket.command !== undefined && state.answeredCommands.has(ticket.command.id);
  const decision = request.decide(view, isAnswered);
  if (account === undefined && decision.entries.length > 0) {
    throw new Error('Defect: entries were decided for a requester without a credit account.');
  }
  return decision;
}

/** The account's queue of held tickets with what this decision does to it. */
function holdTicket(
  account: AccountState,
  { ticket, occurredAt }: DecisionInput,
  { state }: TicketDecision,
  previous: PreviousTicket | undefined,
) {
  const waitingSince = previous?.waitingSince ?? occurredAt;
  const isHeld = state.creditState === 'held' && state.reason === 'no_credits';
  return afterDecision(account.heldTickets, { ticketId: ticket.id, waitingSince }, isHeld);
}

/** A ticket that stays held while billing is away stays with the client whom it was held for. */
function toIdentity(
  { identity }: DecisionInput,
  { state }: TicketDecision,
  previous: PreviousTicket | undefined,
): StoredIdentity {
  const staysHeld = identity.kind === 'unavailable' && state.creditState === 'held';
  return (staysHeld ? previous?.identity : undefined) ?? identity;
}

/** The client in whose queue the ticket was held, when it is no longer that client's: those behind it move up. */
function toLeftAccount(previous: PreviousTicket | undefined, identity: StoredIdentity): string | undefined {
  if (previous?.state.reason !== 'no_credits' || previous.identity.kind !== 'client') return undefined;
  const { billingAccountId } = previous.identity;
  const isSame = identity.kind === 'client' && identity.billingAccountId === billingAccountId;
  return isSame ? undefined : billingAccountId;
}
