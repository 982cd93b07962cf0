import { hash } from 'node:crypto';

/** Everything an entry states, as text, in the order in which the chain covers it. */
export type ChainedEntry = {
  previousHash: Buffer;
  billingAccountId: string;
  accountSeq: number;
  kind: string;
  key: string;
  inputHash: Buffer;
  amountCredits: number;
  balanceAfterCredits: number;
  problemId: string | undefined;
  ticketId: string | undefined;
  refundedKey: string | undefined;
  reason: string;
  spendStep: number | undefined;
  /** JSON texts, exactly as they are stored. */
  proof: string | undefined;
  moves: string | undefined;
  snapshot: string | undefined;
  actor: string;
  occurredAt: string;
  recordedAt: string;
};

const UNIT_SEPARATOR = '\u001f';

/**
 * The entry's link in its account's chain: SHA-256 over the link before it and everything the entry states. The database
 * computes the same on its own in `support_credits.hash_entry` (migration 0004); `verify` compares the two.
 */
export function hashEntry(entry: ChainedEntry): Buffer {
  const parts = [
    entry.previousHash.toString('hex'),
    entry.billingAccountId,
    entry.accountSeq,
    entry.kind,
    entry.key,
    entry.inputHash.toString('hex'),
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
  return hash('sha256', parts.join(UNIT_SEPARATOR), 'buffer');
}
