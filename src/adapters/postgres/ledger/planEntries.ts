import { countUncovered } from '../../../domain/credits/applyEntry';
import type { Allocation } from '../../../domain/credits/grant';
import type { GrantEntry, NewEntry } from '../../../domain/credits/newEntry';
import { afterEntry } from './accountState';
import type { AccountState } from './accountState';
import { toEntryRow } from './toEntryRow';
import type { EntryContext, EntryRow } from './toEntryRow';

/** Rows of one transaction, ready for one statement. */
export type Plan = {
  entries: EntryRow[];
  grants: GrantRow[];
  allocations: AllocationRow[];
  debts: DebtRow[];
  /** What was repaid or forgiven of debts. */
  repayments: { entry_key: string; amount_credits: number }[];
  /** Grants that have ended and take credits again. */
  reopens: { grantKey: string; expiresAt: string }[];
};

/** A new grant. */
export type GrantRow = {
  key: string;
  credit_account_id: string;
  source: string;
  amount_credits: number;
  is_paid: boolean;
  effective_at: string;
  expires_at: string | null;
};
/** What an entry took from a grant or gave back to it. */
export type AllocationRow = { entry_key: string; grant_key: string; amount_credits: number };
/** What an entry took without a grant to take it from. */
export type DebtRow = { entry_key: string; credit_account_id: string; amount_credits: number };

/** A transaction in which nothing was decided yet. */
export function buildPlan(): Plan {
  return { entries: [], grants: [], allocations: [], debts: [], repayments: [], reopens: [] };
}

/** Adds the entries to the plan, in order, each with its place in the chain; answers the account as it is afterwards. */
export function planEntries(
  plan: Plan,
  account: AccountState,
  entries: readonly NewEntry[],
  context: EntryContext,
): AccountState {
  let state = account;
  for (const entry of entries) {
    const row = toEntryRow(state, entry, context);
    plan.entries.push(row);
    planLots(plan, state, entry);
    state = afterEntry(state, entry, row.entry_hash);
  }
  return state;
}

function planLots(plan: Plan, account: AccountState, entry: NewEntry): void {
  switch (entry.kind) {
    case 'waiver':
      return;
    case 'grant':
      planGrant(plan, account.id, entry);
      return;
    case 'expiry':
      plan.allocations.push({
        entry_key: entry.key,
        grant_key: entry.grantKey,
        amount_credits: entry.amountCredits,
      });
      return;
    case 'refund':
      planAllocations(plan, entry);
      plan.reopens.push(...entry.reopens);
      planForgiven(plan, account, entry.debitKey);
      return;
    case 'debit':
    case 'clawback':
    case 'adjustment':
      planAllocations(plan, entry);
      if (countUncovered(entry) === 0) return;
      plan.debts.push({
        entry_key: entry.key,
        credit_account_id: account.id,
        amount_credits: countUncovered(entry),
      });
  }
}

function planGrant(plan: Plan, accountId: string, entry: GrantEntry): void {
  plan.grants.push({
    key: entry.key,
    credit_account_id: accountId,
    source: entry.source,
    amount_credits: entry.amountCredits,
    is_paid: entry.isPaid,
    effective_at: entry.effectiveAt,
    expires_at: entry.expiresAt ?? null,
  });
  for (const { entryKey, amountCredits } of entry.repays) {
    plan.allocations.push({ entry_key: entryKey, grant_key: entry.key, amount_credits: amountCredits });
    plan.repayments.push({ entry_key: entryKey, amount_credits: amountCredits });
  }
}

function planAllocations(plan: Plan, entry: { key: string; allocations: Allocation[] }): void {
  for (const { grantKey, amountCredits } of entry.allocations) {
    plan.allocations.push({ entry_key: entry.key, grant_key: grantKey, amount_credits: amountCredits });
  }
}

/** A refunded debit owes nothing any more. */
function planForgiven(plan: Plan, account: AccountState, debitKey: string): void {
  const debt = account.book.debts.find((each) => each.entryKey === debitKey);
  if (debt !== undefined) plan.repayments.push({ entry_key: debitKey, amount_credits: debt.amountCredits });
}
