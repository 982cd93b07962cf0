import type { AccountQuery, FoundAccount, FoundAccounts } from '../../use-cases/ports/billingDirectory';
import type { PartnerReader } from './buildPartnerReader';
import { readAccount } from './readAccount';
import { foldEmail, readAccountIds } from './readClient';
import type { Reading } from './reading';

/** What looking accounts up needs of the install. */
type Directory = { readPartnerLevel: PartnerReader; wantsGroups: boolean };

/** The accounts that the query names, with what people tell them apart by; those that are gone meanwhile are left out. */
export async function findAccounts(
  reading: Reading,
  { readPartnerLevel, wantsGroups }: Directory,
  query: AccountQuery,
  limit: number,
): Promise<FoundAccounts> {
  const ids = await readIds(reading, query);
  const accounts: FoundAccount[] = [];
  for (const billingAccountId of ids.slice(0, limit)) {
    const account = await readAccount(reading, billingAccountId, wantsGroups);
    if (account === undefined) continue;
    const isPartner = (await readPartnerLevel(reading, billingAccountId, account)) !== undefined;
    accounts.push({ billingAccountId, accountName: account.name, isPartner });
  }
  return { accounts, hasMore: ids.length > limit };
}

async function readIds(reading: Reading, query: AccountQuery): Promise<string[]> {
  if (query.kind === 'id') return [query.billingAccountId];
  const folded = foldEmail(query.email);
  return folded === undefined ? [] : [...(await readAccountIds(reading, folded))];
}
