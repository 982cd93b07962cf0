import { applyEntry } from '../credits/applyEntry';
import { countSpendableCredits } from '../credits/countSpendableCredits';
import type { NewEntry } from '../credits/newEntry';
import type { DecisionFacts } from './decisionInput';

/**
 * R12: whether, after `entries`, other tickets of the account are held for want of credits that there are now. A refund
 * always counts: the grant that it gives back to may have been empty, and then the book does not list it.
 */
export function leavesCreditsForOthers(facts: DecisionFacts, entries: readonly NewEntry[]): boolean {
  const { ledger, policy, now } = facts;
  if (ledger.otherHeldTickets === 0) return false;
  if (entries.some((entry) => entry.kind === 'refund')) return true;
  const book = entries.reduce(applyEntry, ledger.book);
  return countSpendableCredits(book, now) + policy.overdraftCredits > 0;
}
