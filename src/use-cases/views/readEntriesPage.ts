import type { EntriesPage } from '../../contract/entriesPage';
import type { EntriesRequest, Ledger } from '../ports/ledger';
import { toEntryView } from './toEntryView';

/** Which page of a client's history, newest first, and how many entries of it. */
export type EntriesPageRequest = EntriesRequest & { billingAccountId: string; limit: number };

/** One page of the history; a client who was never seen has none. It costs the same however long the history is. */
export async function readEntriesPage(
  { ledger }: { ledger: Pick<Ledger, 'readEntries'> },
  { billingAccountId, limit, ...request }: EntriesPageRequest,
): Promise<EntriesPage> {
  // One more than is shown tells whether there is more.
  const entries = await ledger.readEntries(billingAccountId, limit + 1, request);
  const shown = entries.slice(0, limit);
  const last = shown[shown.length - 1];
  const before = entries.length > limit && last !== undefined ? String(last.accountSeq) : null;
  return { entries: shown.map(toEntryView), before };
}
