import { decideAccount } from '../entitlement/decideAccount';
import { decideLowBalance } from '../low-balance/decideLowBalance';
import { decideByRules } from './decideByRules';
import { decideCommand } from './decideCommand';
import type { DecisionFacts } from './decisionInput';
import { leavesCreditsForOthers } from './leavesCreditsForOthers';
import { stateAfter } from './stateAfter';
import type { CommandAnswer, TicketDecision } from './ticketDecision';
import type { DecidedBy } from './ticketRule';
import { wantsAnotherLook } from './wantsAnotherLook';

/**
 * The heart: what the ledger and the ticket should say, from what is known now. Pure and total. It never knows which
 * event came: deciding again with the same facts asks for nothing more. `isCommandAnswered` is true when this very
 * command was answered before; then it has no further effect.
 */
export function decideTicket(facts: DecisionFacts, isCommandAnswered: boolean): TicketDecision {
  return explainTicket(facts, isCommandAnswered).decision;
}

/** The same decision, and by what it was made: told to people who ask why. */
export function explainTicket(
  facts: DecisionFacts,
  isCommandAnswered: boolean,
): { decision: TicketDecision; by: DecidedBy } {
  const { reading } = facts;
  const account = reading.kind === 'client' && !reading.isBooked ? reading.facts : undefined;
  const { entries: due, ledger } = decideAccount(account, facts.ledger, facts.policy, facts.now);
  const upToDate = { ...facts, ledger };
  const { by, ...own } = decideThisTicket(upToDate, isCommandAnswered);
  const entries = [...due, ...own.entries];
  // A look that asked billing nothing and moved nothing asks for no other: else two tickets of one client would ask for
  // each other for as long as billing is down.
  const lowBalance = decideLowBalance(
    facts.ledger.book,
    entries,
    facts.policy.lowBalance.thresholds,
    facts.now,
  );
  const isNews = reading.kind === 'client' || entries.length > 0;
  const decision: TicketDecision = {
    ...own,
    entries,
    ...(isNews && leavesCreditsForOthers(upToDate, own.entries) ? { settlesNext: true } : {}),
    ...(wantsAnotherLook(upToDate, own.entries) ? { asksAgain: true } : {}),
    ...(Object.keys(lowBalance).length > 0 ? { lowBalance } : {}),
  };
  return { decision, by };
}

/** The ticket alone, after what was due for its account. */
function decideThisTicket(
  facts: DecisionFacts,
  isCommandAnswered: boolean,
): TicketDecision & { by: DecidedBy } {
  const { command, standing } = facts.ticket;
  const commanded =
    command === undefined || isCommandAnswered || standing !== 'open'
      ? undefined
      : { command, result: decideCommand(facts, command) };

  if (commanded?.result.ok && commanded.result.value.length > 0) {
    const entries = commanded.result.value;
    return {
      entries,
      state: stateAfter(entries),
      answer: { commandId: commanded.command.id, outcome: 'done' },
      by: 'command',
    };
  }
  const { rule, ...decided } = decideByRules(facts);
  return { ...decided, answer: toAnswer(commanded), by: rule };
}

type Commanded = { command: { id: string }; result: ReturnType<typeof decideCommand> } | undefined;

function toAnswer(commanded: Commanded): CommandAnswer | undefined {
  if (commanded === undefined) return undefined;
  const { command, result } = commanded;
  if (result.ok) return { commandId: command.id, outcome: 'done' };
  if (result.reason === 'later') return undefined;
  if (result.reason === 'awaiting_approval') {
    return { commandId: command.id, outcome: result.reason, chargeKey: result.chargeKey };
  }
  return { commandId: command.id, outcome: 'refused', refusal: result.reason };
}
