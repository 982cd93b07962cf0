import type { ProofView } from '../../contract/receipt';
import type { GrantSource } from '../../domain/credits/grant';
import type { Proof } from '../../domain/credits/newEntry';
import { fromRateLine, fromReturnLine } from '../../domain/entitlement/proofLines';
import type { RecordedEntry } from '../ports/recordedEntry';

/** Why a grant was made; null where nothing was recorded that could be looked up. */
export function toGrantProof(source: GrantSource, proof: Proof | undefined): ProofView | null {
  if (proof === undefined) return null;
  switch (source) {
    case 'spend':
      return toSpendProof(proof);
    case 'pack':
      return toPackProof(proof);
    case 'welcome':
      return null;
    case 'goodwill':
    case 'adjustment':
      return toWritten(proof);
  }
}

/** Why an entry was written. */
export function toProofView(entry: RecordedEntry, proof: Proof | undefined): ProofView | null {
  if (entry.grant !== undefined) return toGrantProof(entry.grant.source, proof);
  if (proof === undefined) return null;
  if (entry.kind === 'clawback') return toFallenSpend(proof);
  if (entry.kind === 'adjustment') return toWritten(proof);
  return entry.kind === 'refund' ? toRefundProof(proof) : null;
}

function toSpendProof(proof: Proof): ProofView | null {
  const amounts = toAmounts(proof);
  if (amounts === null) return null;
  return {
    kind: 'spend',
    ...amounts,
    remainderCents: readNumber(proof, 'remainderCents') ?? null,
    expenseIds: [...readTexts(proof, 'expenseIds')],
    rates: readTexts(proof, 'rates').flatMap((line) => {
      const proved = fromRateLine(line);
      return proved === undefined ? [] : [{ expenseId: proved.expenseId, ...proved.rate }];
    }),
    ...toReturned(proof),
  };
}

function toFallenSpend(proof: Proof): ProofView | null {
  const amounts = toAmounts(proof);
  return amounts && { kind: 'fallen_spend', ...amounts, ...toReturned(proof) };
}

function toAmounts(proof: Proof): { thresholdCents: number; spendCents: number } | null {
  const thresholdCents = readNumber(proof, 'thresholdCents');
  const spendCents = readNumber(proof, 'spendCents');
  return thresholdCents === undefined || spendCents === undefined ? null : { thresholdCents, spendCents };
}

function toReturned(proof: Proof) {
  return {
    loweredCents: readNumber(proof, 'loweredCents') ?? 0,
    returnedPayments: readTexts(proof, 'returnedPayments').flatMap((line) => fromReturnLine(line) ?? []),
  };
}

function toPackProof(proof: Proof): ProofView | null {
  const billingItemId = readText(proof, 'billingItemId');
  const pricelistId = readText(proof, 'pricelistId');
  if (billingItemId === undefined || pricelistId === undefined) return null;
  return { kind: 'pack', billingItemId, pricelistId, boughtAt: readText(proof, 'boughtAt') ?? null };
}

function toWritten(proof: Proof): ProofView | null {
  const text = readText(proof, 'reason');
  return text === undefined ? null : { kind: 'written', text };
}

/** What the rules found when they returned a credit by themselves. */
function toRefundProof(proof: Proof): ProofView | null {
  const defectTicketId = readText(proof, 'defectTicketId');
  if (defectTicketId !== undefined) return { kind: 'defect', ticketId: defectTicketId };
  const mergedInto = readText(proof, 'mergedInto');
  if (mergedInto !== undefined) return { kind: 'merged', ticketId: mergedInto };
  const handedOverBy = readText(proof, 'handedOverBy');
  return handedOverBy === undefined ? null : { kind: 'handed_over', userId: handedOverBy };
}

function readText(proof: Proof, name: string): string | undefined {
  const value = proof[name];
  return typeof value === 'string' ? value : undefined;
}

function readNumber(proof: Proof, name: string): number | undefined {
  const value = proof[name];
  return typeof value === 'number' ? value : undefined;
}

function readTexts(proof: Proof, name: string): readonly string[] {
  const value = proof[name];
  return typeof value === 'object' ? value : [];
}
