import type { PoolClient } from 'pg';
import { lockAccounts, openAccounts } from './lockAccounts';
import { readStateRow, toState } from './readState';
import type { State, Wanted } from './readState';

/**
 * Locks the accounts that are concerned, making those that are new, and reads what the rules look at, as it is once the
 * locks are held. Both statements are sent at once; the second finds out by itself what the first locks. An account that a
 * problem was charged to in between is not locked, which fails the transaction (`charged_meanwhile`).
 */
export async function lockState(
  client: PoolClient,
  wanted: Wanted,
  begun: Promise<unknown> = Promise.resolve(),
): Promise<State> {
  const billingAccountIds = [...new Set(wanted.billingAccountIds)];
  const once = { ...wanted, billingAccountIds };
  const ask = () =>
    Promise.all([lockAccounts(client, billingAccountIds, wanted.problemIds), readStateRow(client, once)]);
  const [[accounts, row]] = await Promise.all([ask(), begun]);
  const found = new Set(accounts.map((account) => account.billingAccountId));
  if (billingAccountIds.every((id) => found.has(id))) return toState(accounts, row, wanted.problemIds);
  const [, [withNew, rowWithNew]] = await Promise.all([openAccounts(client, billingAccountIds), ask()]);
  return toState(withNew, rowWithNew, wanted.problemIds);
}
