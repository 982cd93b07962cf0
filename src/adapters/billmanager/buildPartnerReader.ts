import type { Policy } from '../../domain/policy/policy';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import { readColumn } from './billmanagerColumns';
import { buildContractOwners } from './buildContractOwners';
import type { PanelAccount } from './readAccount';
import { readRows } from './readRows';
import type { Reading } from './reading';

/** What stands for the level of a contract that names none. */
const LEVEL_NOT_NAMED = 'partner';

/** Reads the level of a partner; undefined for who is none. */
export type PartnerReader = (
  reading: Reading,
  billingAccountId: string,
  account: PanelAccount,
) => Promise<string | undefined>;

/**
 * A partner has a contract, whose level is told, or is in one of the groups of the policy, which stands in its place
 * (billmanager.md 5). Contracts are a plug-in of the vendor that other installs lack, and a right that is taken away
 * answers the same: the policy says which of the two it is, because partners must not be charged when a right is lost.
 */
export function buildPartnerReader(
  rules: Pick<Policy['billing'], 'hasPartnerContracts' | 'partnerGroupIds'>,
  clock: Clock,
): PartnerReader {
  const readOwner = buildContractOwners(clock);
  const readContractLevel = async (
    reading: Reading,
    billingAccountId: string,
  ): Promise<string | undefined> => {
    const filter = { [reading.accountFilter]: billingAccountId };
    const pages = await readRows(reading, { func: 'hostingpartner', filter });
    if (pages === undefined) throw toNoContractsError();
    let level: string | undefined;
    for await (const contracts of pages) {
      for (const contract of contracts) {
        if ((await readOwner(reading, contract)) !== billingAccountId) continue;
        level ??= readColumn(contract, reading.columns.partnerLevel) ?? LEVEL_NOT_NAMED;
      }
    }
    return level;
  };

  return async (reading, billingAccountId, account) => {
    const level = rules.hasPartnerContracts ? await readContractLevel(reading, billingAccountId) : undefined;
    return level ?? toGroupLevel(account, rules.partnerGroupIds);
  };
}

function toNoContractsError(): AdapterError {
  return new AdapterError(
    'BILLmanager shows no partner contracts (func=hostingpartner): give the service user the right to «ISPsystem partners» there, or set the policy key billing.hasPartnerContracts to false where there are none',
    { code: 'billing_unauthorized', retry: false },
  );
}

function toGroupLevel({ groupIds }: PanelAccount, partnerGroupIds: readonly string[]): string | undefined {
  const groupId = groupIds?.find((id) => partnerGroupIds.includes(id));
  return groupId === undefined ? undefined : `group ${groupId}`;
}
