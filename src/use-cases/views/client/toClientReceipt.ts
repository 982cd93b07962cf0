import type { ClientProof, ClientReceipt } from '../../../contract/clientEntries';
import type { ProofView } from '../../../contract/receipt';
import type { RecordedReceipt } from '../../ports/ledgerViews';
import type { RecordedEntry } from '../../ports/recordedEntry';
import { toGrantView } from '../toEntryView';
import { toGrantProof, toProofView } from '../toProofView';
import { toClientEntry } from './toClientEntry';

/** A receipt without who did it, what was noted about it, and the tickets of anybody else. */
export function toClientReceipt(recorded: RecordedReceipt): ClientReceipt {
  const entry = toClientEntry(recorded.entry);
  const proof = toClientProof(toProofView(recorded.entry, recorded.proof));
  if (recorded.kind === 'grant') {
    const uses = recorded.uses.map((use) => ({
      entry: toClientEntry(use.entry),
      amountCredits: use.amountCredits,
    }));
    const { remainingCredits } = recorded.grant;
    return { kind: 'grant', entry, proof, ...recorded.sums, remainingCredits, uses };
  }
  const grants = recorded.grants.map((touched) => ({
    grant: toGrantView(touched.grant),
    amountCredits: touched.amountCredits,
    proof: toClientProof(toGrantProof(touched.grant.source, touched.proof)),
  }));
  return {
    kind: 'movement',
    entry,
    proof,
    grants,
    owedCredits: recorded.owedCredits,
    refund: toOptional(recorded.refund),
    debit: toOptional(recorded.debit),
  };
}

/** Notes of operators and names of agents stay here, and so do the numbers of tickets that may be somebody else's. */
function toClientProof(proof: ProofView | null): ClientProof | null {
  switch (proof?.kind) {
    case 'spend':
    case 'pack':
    case 'fallen_spend':
      return proof;
    case 'defect':
    case 'merged':
      return { kind: proof.kind };
    default:
      return null;
  }
}

function toOptional(entry: RecordedEntry | undefined) {
  return entry === undefined ? null : toClientEntry(entry);
}
