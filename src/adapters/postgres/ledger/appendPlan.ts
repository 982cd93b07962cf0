import type { PoolClient } from 'pg';
import { toBundle } from '../worker/queueJobs';
import type { JobRequest } from '../worker/queueJobs';
import type { AccountState } from './accountState';
import { toParameters } from './appendLists';
import type { AccountRow } from './appendLists';
import { APPEND } from './appendSql';
import type { Plan } from './planEntries';
import type { TicketStateRow } from './storeTicketStates';

/** What is written with the entries: the tickets as decided, and what is to be done afterwards. */
type Aside = { ticketStates: TicketStateRow[]; jobs: readonly JobRequest[] };

/**
 * Writes the plan, with `grantIds` of the grants that were there before, and the accounts that it has entries of as they are after it; the others were only looked at. The
 * CHECKs refuse to take more from a grant than there is, or to give back more than was granted.
 */
export async function appendPlan(
  client: PoolClient,
  plan: Plan,
  accounts: readonly AccountState[],
  grantIds: ReadonlyMap<string, string>,
  aside: Aside = { ticketStates: [], jobs: [] },
): Promise<void> {
  const touched = new Set(plan.entries.map((entry) => entry.credit_account_id));
  const { newGrants, movedGrants } = splitGrants(plan, grantIds);
  const { newDebts, movedDebts } = splitDebts(plan);
  const lists = {
    entries: plan.entries,
    newGrants,
    movedGrants,
    newDebts,
    movedDebts,
    allocations: plan.allocations.map((each) => ({
      ...each,
      grant_id: grantIds.get(each.grant_key) ?? null,
    })),
    accounts: accounts.filter((account) => touched.has(account.id)).map(toAccountRow),
    ticketStates: aside.ticketStates,
  };
  await client.query({
    name: 'append',
    text: APPEND,
    values: [...toParameters(lists), toBundle(aside.jobs)],
  });
}

/** What the plan takes from each grant and gives back to it, in sum. */
function splitGrants(plan: Plan, grantIds: ReadonlyMap<string, string>) {
  const credits = new Map<string, number>();
  const add = (key: string, amount: number) => credits.set(key, (credits.get(key) ?? 0) + amount);
  const refunds = new Set(plan.entries.filter((entry) => entry.kind === 'refund').map((entry) => entry.key));
  for (const each of plan.allocations) {
    add(each.grant_key, refunds.has(each.entry_key) ? each.amount_credits : -each.amount_credits);
  }
  const fresh = new Set(plan.grants.map((grant) => grant.key));
  const reopens = new Map(plan.reopens.map((each) => [each.grantKey, each.expiresAt]));
  return {
    newGrants: plan.grants.map((grant) => ({
      ...grant,
      remaining_credits: grant.amount_credits + (credits.get(grant.key) ?? 0),
    })),
    movedGrants: [...credits]
      .filter(([key]) => !fresh.has(key))
      .map(([key, amount]) => ({
        id: grantIds.get(key) ?? null,
        credits: amount,
        expires_at: reopens.get(key) ?? null,
      })),
  };
}

/** What the plan repays or forgives of each debt, in sum. */
function splitDebts(plan: Plan) {
  const credits = new Map<string, number>();
  for (const { entry_key: key, amount_credits: amount } of plan.repayments) {
    credits.set(key, (credits.get(key) ?? 0) + amount);
  }
  const fresh = new Set(plan.debts.map((debt) => debt.entry_key));
  return {
    newDebts: plan.debts.map((debt) => ({
      ...debt,
      amount_credits: debt.amount_credits - (credits.get(debt.entry_key) ?? 0),
    })),
    movedDebts: [...credits]
      .filter(([key]) => !fresh.has(key))
      .map(([entryKey, amount]) => ({ entry_key: entryKey, credits: amount })),
  };
}

function toAccountRow(state: AccountState): AccountRow {
  return {
    id: state.id,
    balance_credits: state.balanceCredits,
    entry_count: state.entryCount,
    last_hash: state.lastHash,
    debt_credits: state.book.debts.reduce((sum, debt) => sum + debt.amountCredits, 0),
    earned_credits: state.earnedCredits,
    bought_credits: state.boughtCredits,
    used_credits: state.usedCredits,
    returned_credits: state.returnedCredits,
    spend_grant_count: state.spendGrantCount,
  };
}
