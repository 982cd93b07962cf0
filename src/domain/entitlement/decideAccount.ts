import type { AccountFacts } from '../accounts/accountFacts';
import { applyEntry } from '../credits/applyEntry';
import { applyToCharge } from '../credits/applyToCharge';
import { decideExpiries } from '../credits/decideExpiries';
import type { LedgerView } from '../credits/ledgerView';
import type { NewEntry } from '../credits/newEntry';
import type { Policy } from '../policy/policy';
import { decideClawbacks } from './decideClawbacks';
import { decideGrants } from './decideGrants';

/**
 * What is due for an account at `now` (ISO 8601), whatever the ticket: what has ended is booked, what is no longer earned
 * is taken back, what was earned or bought is granted. `ledger` is the view after that. Without `account`, when billing
 * could not be asked, only time counts.
 */
export function decideAccount(
  account: AccountFacts | undefined,
  ledger: LedgerView,
  policy: Policy,
  now: string,
): { entries: NewEntry[]; ledger: LedgerView } {
  const entries: NewEntry[] = [];
  let current = ledger;
  const add = (more: readonly NewEntry[]) => {
    entries.push(...more);
    current = {
      ...current,
      book: more.reduce(applyEntry, current.book),
      openCharge: more.reduce(applyToCharge, current.openCharge),
    };
  };
  add(decideExpiries(ledger.book.grants, now));
  if (account !== undefined) {
    add(decideClawbacks(account, current, policy, now));
    add(decideGrants(account, current, policy, now));
  }
  return { entries, ledger: current };
}
