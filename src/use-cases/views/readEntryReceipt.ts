import { MAX_USES } from '../../contract/receipt';
import type { Receipt } from '../../contract/receipt';
import type { Result } from '../../domain/result';
import type { LedgerViews, RecordedReceipt } from '../ports/ledgerViews';
import type { RecordedEntry } from '../ports/recordedEntry';
import { toEntryView, toGrantView } from './toEntryView';
import { toGrantProof, toProofView } from './toProofView';

/** The receipt of one entry of a client; an entry of another client is refused like one that is not there. */
export async function readEntryReceipt(
  { ledgerViews }: { ledgerViews: Pick<LedgerViews, 'readReceipt'> },
  billingAccountId: string,
  key: string,
): Promise<Result<Receipt, 'entry_not_found'>> {
  const recorded = await ledgerViews.readReceipt(billingAccountId, key, MAX_USES);
  if (recorded === undefined) return { ok: false, reason: 'entry_not_found' };
  return { ok: true, value: toReceipt(recorded) };
}

function toReceipt(recorded: RecordedReceipt): Receipt {
  const entry = toEntryView(recorded.entry);
  const proof = toProofView(recorded.entry, recorded.proof);
  if (recorded.kind === 'grant') {
    const uses = recorded.uses.map((use) => ({ ...use, entry: toEntryView(use.entry) }));
    const { remainingCredits } = recorded.grant;
    return { kind: 'grant', entry, proof, ...recorded.sums, remainingCredits, uses };
  }
  const grants = recorded.grants.map((each) => ({
    ...each,
    grant: toGrantView(each.grant),
    proof: toGrantProof(each.grant.source, each.proof),
  }));
  const { owedCredits, refund, debit } = recorded;
  return {
    kind: 'movement',
    entry,
    proof,
    grants,
    owedCredits,
    refund: toOptionalView(refund),
    debit: toOptionalView(debit),
  };
}

function toOptionalView(entry: RecordedEntry | undefined) {
  return entry === undefined ? null : toEntryView(entry);
}
