import { checkAnswers } from './checkAnswers';
import { checkBalances, checkUserFields } from './checkBalances';
import { checkCauses } from './checkCauses';
import { checkCharges, checkStatesAgainstEntries } from './checkCharges';
import { checkDueRefunds } from './checkDueRefunds';
import { checkHealth } from './checkHealth';
import { checkHolds } from './checkHolds';
import { checkLimits } from './checkLimits';
import { checkNotes } from './checkNotes';
import { checkProblems } from './checkProblems';
import { checkExplained, checkRemembered, checkTicketFields } from './checkTickets';
import type { Finding } from './finding';
import type { Outcome } from './outcome';

const CHECKS: readonly ((outcome: Outcome) => Finding[])[] = [
  checkHealth,
  checkExplained,
  checkTicketFields,
  checkRemembered,
  checkProblems,
  checkCharges,
  checkStatesAgainstEntries,
  checkDueRefunds,
  checkCauses,
  checkLimits,
  checkHolds,
  checkBalances,
  checkUserFields,
  checkNotes,
  checkAnswers,
];

/** Everything that is not as it must be at the end of a run; nothing when all is right. */
export function checkOutcome(outcome: Outcome): Finding[] {
  return CHECKS.flatMap((check) => check(outcome));
}
