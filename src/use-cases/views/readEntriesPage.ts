import type { EntriesPage } from '../../contract/entriesPage';
import type { EntriesRequest, Ledger } from '../ports/ledger';
import type { RecordedEntry } from '../ports/recordedEntry';
import { toEntryView } from './toEntryView';

/** Which page of a client's history, newest first, and how many entries of it. */
export type EntriesPageRequest = EntriesRequest & { billingAccountId: string; limit: number };

/** One page of the history; a client who was never seen has none. It costs the same however long the history is. */
export async function readEntriesPage(
  { ledger }: { ledger: Pick<Ledger, 'readEntries'> },
  { billingAccountId, limit, ...request }: EntriesPageRequest,
): Promise<EntriesPage> {
  // One more than is shown tells whether there is more.
  return toEntriesPage(await ledger.readEntries(billingAccountId, limit + 1, request), limit, toEntryView);
}

/** A page of `limit` of what was read, one more than that if there is more, each entry as `toView` shows it. */
export function toEntriesPage<View>(
  entries: RecordedEntry[],
  limit: number,
  toView: (entry: RecordedEntry) => View,
): { entries: View[]; before: string | null } {
  const shown = entries.slice(0, limit);
  const last = shown[shown.length - 1];
  const before = entries.length > limit && last !== undefined ? String(last.accountSeq) : null;
  return { entries: shown.map(toView), before };
}
