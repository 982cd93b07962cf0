import { MAX_CANDIDATES } from '../../contract/accountSearch';
import type { AccountCandidates } from '../../contract/accountSearch';
import type { Result } from '../../domain/result';
import type { AccountQuery, BillingDirectory, FoundAccount } from '../ports/billingDirectory';
import type { FactsMemory } from '../ports/factsMemory';
import type { Ledger } from '../ports/ledger';

/** What looking for an account needs. */
export type SearchAccountsDeps = {
  billingDirectory: BillingDirectory;
  ledger: Ledger;
  factsMemory: FactsMemory;
};

/**
 * Accounts of billing for an agent to link a requester to, by what the agent typed: a number or an e-mail. Nothing is
 * linked here, and nothing remembered. Fails with the `AdapterError` of billing when it cannot be asked.
 */
export async function searchAccounts(
  deps: SearchAccountsDeps,
  text: string,
): Promise<Result<AccountCandidates, 'account_search_invalid'>> {
  const query = toQuery(text.trim());
  if (query === undefined) return { ok: false, reason: 'account_search_invalid' };
  const { accounts, hasMore } = await deps.billingDirectory.findAccounts(query, MAX_CANDIDATES);
  const candidates = await Promise.all(accounts.map((account) => toCandidate(deps, account)));
  return { ok: true, value: { candidates, hasMore } };
}

function toQuery(text: string): AccountQuery | undefined {
  if (/^[1-9]\d{0,18}$/.test(text)) return { kind: 'id', billingAccountId: text };
  return /^[^\s@]+@[^\s@]+$/.test(text) ? { kind: 'email', email: text } : undefined;
}

/** Of an account that was never read here nobody knows yet what it has earned and bought. */
async function toCandidate(
  { ledger, factsMemory }: SearchAccountsDeps,
  account: FoundAccount,
): Promise<AccountCandidates['candidates'][number]> {
  const [remembered, totals] = await Promise.all([
    factsMemory.recallFacts(account.billingAccountId),
    ledger.readTotals(account.billingAccountId),
  ]);
  return { ...account, availableCredits: remembered === undefined ? null : totals.balanceCredits };
}
