import { decideCharge } from '../credits/decideCharge';
import type { NewEntry } from '../credits/newEntry';
import { decideAccount } from '../entitlement/decideAccount';
import { decideCommand } from './decideCommand';
import type { DecisionFacts } from './decisionInput';
import { leavesCreditsForOthers } from './leavesCreditsForOthers';
import type { CommandAnswer, TicketDecision, TicketState } from './ticketDecision';

/**
 * The heart: what the ledger and the ticket should say, from what is known now. Pure and total. It never knows which
 * event came: deciding again with the same facts asks for nothing more. `isCommandAnswered` is true when this very
 * command was answered before; then it has no further effect.
 */
export function decideTicket(facts: DecisionFacts, isCommandAnswered: boolean): TicketDecision {
  const { reading } = facts;
  const account = reading.kind === 'client' && !reading.isBooked ? reading.facts : undefined;
  const { entries: due, ledger } = decideAccount(account, facts.ledger, facts.policy, facts.now);
  const upToDate = { ...facts, ledger };
  const own = decideThisTicket(upToDate, isCommandAnswered);
  const decision = { ...own, entries: [...due, ...own.entries] };
  // A look that asked billing nothing and moved nothing asks for no other: else two tickets of one client would ask for
  // each other for as long as billing is down.
  const isNews = reading.kind === 'client' || decision.entries.length > 0;
  return isNews && leavesCreditsForOthers(upToDate, own.entries)
    ? { ...decision, settlesNext: true }
    : decision;
}

/** The ticket alone, after what was due for its account. */
function decideThisTicket(facts: DecisionFacts, isCommandAnswered: boolean): TicketDecision {
  const command = facts.ticket.command;
  const commanded =
    command === undefined || isCommandAnswered
      ? undefined
      : { command, result: decideCommand(facts, command) };

  if (commanded?.result.ok && commanded.result.value.length > 0) {
    const entries = commanded.result.value;
    return {
      entries,
      state: stateAfter(entries),
      answer: { commandId: commanded.command.id, outcome: 'done' },
    };
  }
  return { ...decideByRules(facts), answer: toAnswer(commanded) };
}

type Commanded = { command: { id: string }; result: ReturnType<typeof decideCommand> } | undefined;

function toAnswer(commanded: Commanded): CommandAnswer | undefined {
  if (commanded === undefined) return undefined;
  const { command, result } = commanded;
  if (result.ok) return { commandId: command.id, outcome: 'done' };
  if (result.reason === 'later') return undefined;
  return { commandId: command.id, outcome: 'refused', refusal: result.reason };
}

/** What the rules want by themselves: R1, R3, R8, R12, R13. */
function decideByRules(facts: DecisionFacts): { entries: NewEntry[]; state: TicketState } {
  const standing = readStanding(facts);
  if (standing !== undefined) return { entries: [], state: standing };
  if (facts.ticket.line !== 'tech') {
    return { entries: [], state: { creditState: 'free', reason: 'client_care' } };
  }
  const { reading } = facts;
  if (reading.kind === 'unavailable')
    return { entries: [], state: stateWithoutBilling(facts, reading.retry) };
  if (reading.kind === 'refused')
    return { entries: [], state: { creditState: 'held', reason: reading.reason } };
  const charge = decideCharge(facts, reading, { kind: 'rule' });
  if (!charge.ok) return { entries: [], state: { creditState: 'held', reason: charge.reason } };
  return { entries: [charge.value], state: stateAfter([charge.value]) };
}

/** A charge that stands, or a returned one, is the answer already: one problem, one credit (R4). */
function readStanding({ ledger }: DecisionFacts): TicketState | undefined {
  if (ledger.openCharge?.kind === 'debit') return { creditState: 'debited', reason: 'charged' };
  if (ledger.openCharge?.kind === 'waiver')
    return { creditState: 'waived', reason: ledger.openCharge.reason };
  if (ledger.refundReason !== undefined) return { creditState: 'refunded', reason: ledger.refundReason };
  return undefined;
}

/** R13: pending; but a ticket held before stays held, so that a short failure of billing writes no two notes. */
function stateWithoutBilling(
  { ticket, ledger: { previous } }: DecisionFacts,
  canRetry: boolean,
): TicketState {
  const wasHeld = previous?.state.creditState === 'held' && previous.requesterId === ticket.requesterId;
  if (wasHeld) return previous.state;
  return { creditState: 'pending', reason: canRetry ? 'billing_unavailable' : 'billing_misconfigured' };
}

function stateAfter(entries: readonly NewEntry[]): TicketState {
  const last = entries[entries.length - 1];
  if (last?.kind === 'refund') return { creditState: 'refunded', reason: last.reason };
  if (last?.kind === 'waiver') return { creditState: 'waived', reason: last.reason };
  return { creditState: 'debited', reason: 'charged' };
}
