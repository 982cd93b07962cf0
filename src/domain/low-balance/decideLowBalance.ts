import { applyEntry } from '../credits/applyEntry';
import { countSpendableCredits } from '../credits/countSpendableCredits';
import type { Book } from '../credits/grant';
import type { NewEntry } from '../credits/newEntry';

/**
 * What entries mean for a client who is to be told when credits run low. `rearmsBelow`: what was told of thresholds below
 * this number may be told again. `crossed`: the lowest threshold that a debit reached, counted after that re-arming.
 */
export type LowBalance = { rearmsBelow?: number; crossed?: number };

/**
 * A debit that takes what the client can spend from above a threshold to it or below crosses it; of several the lowest
 * counts. Only a grant that lifts it above a threshold re-arms that: a credit that goes back and is taken again is no news.
 * Whether a crossing was told before is for the ledger to know. `book` is the account before `entries`; `now` is ISO 8601.
 */
export function decideLowBalance(
  book: Book,
  entries: readonly NewEntry[],
  thresholds: readonly number[],
  now: string,
): LowBalance {
  let current = book;
  const found: LowBalance = {};
  for (const entry of entries) {
    const before = countSpendableCredits(current, now);
    current = applyEntry(current, entry);
    const after = countSpendableCredits(current, now);
    if (entry.kind === 'grant') {
      found.rearmsBelow = Math.max(found.rearmsBelow ?? after, after);
      // What was crossed before is not so any more.
      if (found.crossed !== undefined && found.crossed < after) delete found.crossed;
    }
    if (entry.kind === 'debit') {
      const crossed = thresholds.filter((threshold) => before > threshold && after <= threshold);
      if (crossed.length > 0) found.crossed = Math.min(...crossed);
    }
  }
  return found;
}
