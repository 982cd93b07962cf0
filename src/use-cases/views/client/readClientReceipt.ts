import { MAX_USES } from '../../../contract/receipt';
import type { ClientReceipt } from '../../../contract/clientEntries';
import type { Result } from '../../../domain/result';
import type { Ledger } from '../../ports/ledger';
import type { LedgerViews } from '../../ports/ledgerViews';
import { readClientAccount } from './readClientAccount';
import type { ReadIdentity } from './readClientAccount';
import { toClientReceipt } from './toClientReceipt';

type Deps = {
  readIdentity: ReadIdentity;
  ledger: Pick<Ledger, 'readEntries'>;
  ledgerViews: Pick<LedgerViews, 'readReceipt'>;
};

/** The receipt of entry `number` of the own account; there is no way to name one of another account. */
export async function readClientReceipt(
  { readIdentity, ledger, ledgerViews }: Deps,
  userId: string,
  number: number,
): Promise<Result<ClientReceipt, 'entry_not_found'>> {
  const account = await readClientAccount(readIdentity, userId);
  if (account === undefined) return { ok: false, reason: 'entry_not_found' };
  const [entry] = await ledger.readEntries(account, 1, { beforeSeq: number + 1 });
  if (entry?.accountSeq !== number) return { ok: false, reason: 'entry_not_found' };
  const recorded = await ledgerViews.readReceipt(account, entry.key, MAX_USES);
  if (recorded === undefined) return { ok: false, reason: 'entry_not_found' };
  return { ok: true, value: toClientReceipt(recorded) };
}
