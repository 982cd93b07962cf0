import type { ClientEntriesPage } from '../../../contract/clientEntries';
import type { Ledger } from '../../ports/ledger';
import { toEntriesPage } from '../readEntriesPage';
import { readClientAccount } from './readClientAccount';
import type { ReadIdentity } from './readClientAccount';
import { toClientEntry } from './toClientEntry';

/** How many entries, and older than which number of the account; without it the newest. */
export type ClientPageRequest = { limit: number; beforeSeq?: number };

type LedgerReads = Pick<Ledger, 'readEntries'>;

/** A page of the own history, newest first; of a person without an account it is empty. */
export async function readClientEntries(
  { readIdentity, ledger }: { readIdentity: ReadIdentity; ledger: LedgerReads },
  userId: string,
  request: ClientPageRequest,
): Promise<ClientEntriesPage> {
  const account = await readClientAccount(readIdentity, userId);
  return account === undefined ? { entries: [], before: null } : readAccountPage(ledger, account, request);
}

/** As above, of an account that is known to be the reader's own. */
export async function readAccountPage(
  ledger: LedgerReads,
  billingAccountId: string,
  { limit, ...request }: ClientPageRequest,
): Promise<ClientEntriesPage> {
  return toEntriesPage(await ledger.readEntries(billingAccountId, limit + 1, request), limit, toClientEntry);
}
