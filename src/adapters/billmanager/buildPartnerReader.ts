import type { Logger } from '../../use-cases/ports/logger';
import { readColumn } from './billmanagerColumns';
import type { PanelAccount } from './readAccount';
import { readAccountRows } from './readAccountRows';
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
 * (billmanager.md 5). The function of contracts is a plug-in of the vendor: where it is absent nobody has one, which is
 * logged once and not at every client.
 */
export function buildPartnerReader(partnerGroupIds: readonly string[], logger: Logger): PartnerReader {
  let isAbsenceLogged = false;
  return async (reading, billingAccountId, account) => {
    const pages = await readAccountRows(reading, 'hostingpartner', billingAccountId);
    if (pages === undefined && !isAbsenceLogged) {
      isAbsenceLogged = true;
      logger.warn(
        { func: 'hostingpartner' },
        'billing shows no partner contracts: nobody is taken for a partner by contract',
      );
    }
    let level: string | undefined;
    for await (const contracts of pages ?? []) {
      for (const contract of contracts) {
        level ??= readColumn(contract, reading.columns.partnerLevel) ?? LEVEL_NOT_NAMED;
      }
    }
    return level ?? toGroupLevel(account, partnerGroupIds);
  };
}

function toGroupLevel({ groupIds }: PanelAccount, partnerGroupIds: readonly string[]): string | undefined {
  const groupId = groupIds?.find((id) => partnerGroupIds.includes(id));
  return groupId === undefined ? undefined : `group ${groupId}`;
}
