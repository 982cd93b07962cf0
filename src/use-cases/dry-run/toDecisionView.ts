import type { DryRun } from '../../contract/dryRun';
import { signedAmountOf } from '../../domain/credits/newEntry';
import type { NewEntry } from '../../domain/credits/newEntry';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';
import { TICKET_RULES } from '../../domain/tickets/ticketRule';
import type { DecidedBy } from '../../domain/tickets/ticketRule';

/** The decision as people are shown it, with the rules that were asked on the way to `by`. */
export function toDecisionView(
  { state, entries, answer }: TicketDecision,
  by: DecidedBy,
  hasCommand: boolean,
): NonNullable<DryRun['decision']> {
  return {
    ...state,
    rules: listAsked(by, hasCommand).map((rule) => ({ rule, decides: rule === by })),
    entries: entries.map((entry) => ({
      kind: entry.kind,
      amountCredits: signedAmountOf(entry),
      reason: reasonOf(entry),
    })),
    answer:
      answer === undefined
        ? null
        : { outcome: answer.outcome, refusal: answer.outcome === 'refused' ? answer.refusal : null },
  };
}

/** An agent's asking is looked at before the rules. */
function listAsked(by: DecidedBy, hasCommand: boolean): DecidedBy[] {
  const asked = by === 'command' ? [] : TICKET_RULES.slice(0, TICKET_RULES.indexOf(by) + 1);
  return hasCommand ? ['command', ...asked] : asked;
}

function reasonOf(entry: NewEntry): string | null {
  if (entry.kind === 'grant') return entry.source;
  return 'reason' in entry ? entry.reason : null;
}
