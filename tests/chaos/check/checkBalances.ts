import type { BillingAccount } from '../world/readBilling';
import { isOpen } from './checkTickets';
import type { Finding } from './finding';
import type { Outcome } from './outcome';
import { groupCharges } from './problems';
import { findClient } from './requesters';

/** R7 and R9: a balance is what the account earned and bought, counted from billing, less the debits that stand. */
export function checkBalances(outcome: Outcome): Finding[] {
  const taken = countTaken(outcome);
  const sums = sumEntries(outcome);
  return [...outcome.balances].flatMap(([account, stored]): Finding[] => {
    const findings: Finding[] = [];
    const row = outcome.billing.find(({ accountId }) => accountId === account);
    const earned = row === undefined ? 0 : countEarned(row) + countBought(row);
    const expected = earned - (taken.get(account) ?? 0);
    if (stored !== expected) {
      const words = `${earned} earned and bought less ${taken.get(account) ?? 0} taken`;
      findings.push({
        rule: 'the balance follows from billing and the debits',
        account,
        expected: `${expected}: ${words}`,
        found: String(stored),
      });
    }
    if (stored !== (sums.get(account) ?? 0)) {
      findings.push({
        rule: 'the balance is the sum of the entries',
        account,
        expected: String(sums.get(account)),
        found: String(stored),
      });
    }
    return findings;
  });
}

/**
 * What the client has stands in the requester's user fields, at whomever the bridge has written them. Which account somebody
 * was linked to is found with the next look at a ticket, so only requesters of open tickets are sure to show it.
 */
export function checkUserFields(outcome: Outcome): Finding[] {
  const asking = new Set([...outcome.tickets.values()].filter(isOpen).map(({ requesterId }) => requesterId));
  return [...outcome.users.values()].flatMap((user): Finding[] => {
    const shown = user.fields['support_credits'];
    if (shown === null || shown === undefined || !asking.has(user.id)) return [];
    const client = findClient(outcome, user.id);
    const account = client.kind === 'client' ? client.account.accountId : undefined;
    const expected = account === undefined ? undefined : outcome.balances.get(account);
    if (expected === shown) return [];
    return [
      {
        rule: 'user fields show what the client has',
        ...(account === undefined ? {} : { account }),
        expected: `${expected ?? 'nothing'} at ${user.email}`,
        found: JSON.stringify(shown),
      },
    ];
  });
}

const CENTS_PER_CREDIT = 10_000;

/** One for each whole EUR 100 charged for products, less what went back: the run returns payments of products only as a whole. */
function countEarned({ spent, returned }: BillingAccount): number {
  return Math.max(0, Math.floor((toCents(spent) - toCents(returned)) / CENTS_PER_CREDIT));
}

const countBought = ({ packs }: BillingAccount) => packs.reduce((sum, credits) => sum + credits, 0);

const toCents = (amount: string) => Math.round(Number(amount) * 100);

function countTaken({ entries }: Outcome): Map<string, number> {
  const taken = new Map<string, number>();
  for (const charges of groupCharges(entries).values()) {
    for (const { entry, refunds } of charges) {
      if (refunds.length > 0) continue;
      const account = entry.billingAccountId;
      taken.set(account, (taken.get(account) ?? 0) + Math.abs(entry.amountCredits));
    }
  }
  return taken;
}

function sumEntries({ entries }: Outcome): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { billingAccountId, amountCredits } of entries) {
    sums.set(billingAccountId, (sums.get(billingAccountId) ?? 0) + amountCredits);
  }
  return sums;
}
