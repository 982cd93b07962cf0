import { hash } from 'node:crypto';

/** Everything an entry states, in the order in which the chain covers it; hashes as hex. */
export type ChainedEntry = {
  previousHash: string;
  billingAccountId: string;
  accountSeq: number;
  kind: string;
  key: string;
  inputHash: string;
  amountCredits: number;
  balanceAfterCredits: number;
  problemId: string | null;
  ticketId: string | null;
  refundedKey: string | null;
  reason: string;
  spendStep: number | null;
  /** JSON texts, exactly as they are stored. */
  proof: string | null;
  moves: string | null;
  snapshot: string | null;
  actor: string;
  occurredAt: string;
  recordedAt: string;
};

const UNIT_SEPARATOR = '\u001f';

/**
 * The entry's link in its account's chain, as hex: SHA-256 over the link before it and everything the entry states. The database
 * computes the same on its own in `support_credits.hash_entry` (migration 0004); `verify` compares the two.
 */
export function hashEntry(entry: ChainedEntry): string {
  const parts = [
    entry.previousHash,
    entry.billingAccountId,
    entry.accountSeq,
    entry.kind,
    entry.key,
    entry.inputHash,
    entry.amountCredits,
    entry.balanceAfterCredits,
    entry.problemId ?? '',
    entry.ticketId ?? '',
    entry.refundedKey ?? '',
    entry.reason,
    entry.spendStep ?? '',
    entry.proof ?? '',
    entry.moves ?? '',
    entry.snapshot ?? '',
    entry.actor,
    Date.parse(entry.occurredAt),
    Date.parse(entry.recordedAt),
  ];
  return hash('sha256', parts.join(UNIT_SEPARATOR), 'hex');
}
