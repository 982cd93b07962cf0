import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { BillmanagerOptions } from './buildBillmanagerSource';
import type { PartnerReader } from './buildPartnerReader';
import { readAccount } from './readAccount';
import type { Reading } from './reading';
import { readPacks } from './readPacks';
import { readSpend } from './readSpend';

/**
 * Reads all facts of an account; undefined when there is no such account. The account comes first, because nothing is
 * to be asked about one that is not there. Packs and expenses follow each other, the rest runs beside them.
 */
export function buildFactsReader(
  options: Pick<BillmanagerOptions, 'clock' | 'spend' | 'billing'>,
  readPartnerLevel: PartnerReader,
): (reading: Reading, billingAccountId: string) => Promise<AccountFacts | undefined> {
  const { clock } = options;
  const spend = { ...DEFAULT_POLICY.spend, ...options.spend };
  const billing = { ...DEFAULT_POLICY.billing, ...options.billing };
  const pricelistIds = new Map(Object.entries(billing.pricelists));

  return async (reading, billingAccountId) => {
    const readAt = clock.now().toISOString();
    const account = await readAccount(reading, billingAccountId, billing.partnerGroupIds.length > 0);
    if (account === undefined) return undefined;
    const readingPacks = readPacks(reading, billingAccountId, pricelistIds);
    const packMarks = readingPacks.then(({ itemIds }) => ({ kinds: billing.packKinds, itemIds }));
    const [spent, { packs }, partnerLevel] = await Promise.all([
      readSpend(reading, billingAccountId, { packs: packMarks, spend }),
      readingPacks,
      readPartnerLevel(reading, billingAccountId, account),
    ]);
    return { billingAccountId, accountName: account.name, ...spent, partnerLevel, packs, readAt };
  };
}
