import type { Logger } from '../../use-cases/ports/logger';
import { readColumn } from './billmanagerColumns';
import { readAccountRows } from './readAccountRows';
import type { Reading } from './reading';

/** What stands for the level of a contract that names none. */
const LEVEL_NOT_NAMED = 'partner';

/**
 * Reads the level of an account's partner contract; undefined when there is none. The function is a plug-in of the
 * vendor (billmanager.md 5): where it is absent nobody is a partner, which is logged once and not at every client.
 */
export function buildPartnerReader(
  logger: Logger,
): (reading: Reading, billingAccountId: string) => Promise<string | undefined> {
  let isAbsenceLogged = false;
  return async (reading, billingAccountId) => {
    const partners = await readAccountRows(reading, 'hostingpartner', billingAccountId);
    if (partners === undefined && !isAbsenceLogged) {
      isAbsenceLogged = true;
      logger.warn(
        { func: 'hostingpartner' },
        'billing shows no partner contracts: nobody is taken for a partner',
      );
    }
    const contract = partners?.[0];
    return contract && (readColumn(contract, reading.columns.partnerLevel) ?? LEVEL_NOT_NAMED);
  };
}
