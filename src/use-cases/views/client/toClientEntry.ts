import type { ClientEntry } from '../../../contract/clientEntries';
import type { RecordedEntry } from '../../ports/recordedEntry';
import { toGrantView } from '../toEntryView';

/** An entry as its client reads it. Each part is named here, so that a new one is not shown by mistake. */
export function toClientEntry(entry: RecordedEntry): ClientEntry {
  return {
    number: entry.accountSeq,
    kind: entry.kind,
    amountCredits: entry.amountCredits,
    balanceAfterCredits: entry.balanceAfterCredits,
    reason: entry.reason,
    ticketId: entry.ticketId ?? null,
    occurredAt: entry.occurredAt,
    grant: entry.grant === undefined ? null : toGrantView(entry.grant),
  };
}
