import type { AccountFacts } from '../../../../src/domain/accounts/accountFacts';
import type { NewEntry } from '../../../../src/domain/credits/newEntry';
import type { Result } from '../../../../src/domain/result';
import type { TicketDecision } from '../../../../src/domain/tickets/ticketDecision';
import type { AppendOutcome } from '../../../../src/use-cases/ports/ledger';
import type { Given, Look } from './drawOperations';

/** One decision under the lock of `account`, at `now` (ISO 8601), with what it was made from; `due`: of time, or of new facts. */
export type Decided = { account: string; now: string } & (
  | { kind: 'look'; look: Look; facts: AccountFacts; decision: TicketDecision }
  | { kind: 'given'; given: Given; decided: Result<NewEntry[], string> }
  | { kind: 'due'; facts: AccountFacts | undefined; decided: Result<NewEntry[], string> }
);

/** What a caller was answered about a key. */
export type Answer = { given: Given; outcome: AppendOutcome<string>['kind'] | 'key_reused' };

export type DecisionLog = ReturnType<typeof buildDecisionLog>;

/**
 * All decisions in the order in which they were made. Each is made under the lock of its account, so those of one
 * account stand in the order in which they took effect, whichever replica made them.
 */
export function buildDecisionLog() {
  const decisions: Decided[] = [];
  const answers: Answer[] = [];
  return {
    decisions,
    answers,
    add: (decided: Decided) => void decisions.push(decided),
    addAnswer: (answer: Answer) => void answers.push(answer),
    ofAccount: (account: string) => decisions.filter((each) => each.account === account),
  };
}

/** The entries that the decision left in the ledger; a dry run leaves none. */
export function entriesOf(each: Decided): NewEntry[] {
  if (each.kind === 'look') return each.decision.entries;
  if (!each.decided.ok || (each.kind === 'given' && each.given.isDryRun)) return [];
  return each.decided.value;
}

/** How the decision ended: the state of the ticket, «done», or the refusal. */
export function endOf(each: Decided): string {
  if (each.kind === 'look') return `${each.decision.state.creditState} ${each.decision.state.reason}`;
  return each.decided.ok ? 'done' : each.decided.reason;
}
