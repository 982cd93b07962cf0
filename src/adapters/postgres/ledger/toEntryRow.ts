import type { GrantEntry, NewEntry } from '../../../domain/credits/newEntry';
import { signedAmountOf } from '../../../domain/credits/newEntry';
import type { AccountState } from './accountState';
import { hashEntry } from './hashEntry';
import { hashInput } from './hashInput';

/** An entry as it is inserted; JSON columns as the text that the chain covers, hashes as hex. */
export type EntryRow = {
  credit_account_id: string;
  account_seq: number;
  kind: string;
  key: string;
  input_hash: string;
  amount_credits: number;
  balance_after_credits: number;
  problem_id: string | null;
  ticket_id: string | null;
  refunded_key: string | null;
  reason: string;
  spend_step: number | null;
  proof: string | null;
  moves: string | null;
  snapshot: string | null;
  actor: string;
  occurred_at: string;
  recorded_at: string;
  entry_hash: string;
};

/** The row of an entry that follows `state`, with its place and link in the account's chain. */
export function toEntryRow(
  state: AccountState,
  entry: NewEntry,
  times: { occurredAt: string; recordedAt: string },
): EntryRow {
  const inputHash = hashInput(state.billingAccountId, entry);
  const amountCredits = entry.kind === 'waiver' ? 0 : entry.amountCredits;
  const stated = {
    accountSeq: state.entryCount + 1,
    kind: entry.kind,
    key: entry.key,
    amountCredits,
    balanceAfterCredits: state.balanceCredits + signedAmountOf(entry),
    ...detailsOf(entry),
    ...times,
  };
  const { billingAccountId, lastHash: previousHash } = state;
  const entryHash = hashEntry({ ...stated, billingAccountId, previousHash, inputHash });
  return {
    credit_account_id: state.id,
    account_seq: stated.accountSeq,
    kind: stated.kind,
    key: stated.key,
    input_hash: inputHash.toString('hex'),
    amount_credits: amountCredits,
    balance_after_credits: stated.balanceAfterCredits,
    problem_id: stated.problemId ?? null,
    ticket_id: stated.ticketId ?? null,
    refunded_key: stated.refundedKey ?? null,
    reason: stated.reason,
    spend_step: stated.spendStep ?? null,
    proof: stated.proof ?? null,
    moves: stated.moves ?? null,
    snapshot: stated.snapshot ?? null,
    actor: stated.actor,
    occurred_at: times.occurredAt,
    recorded_at: times.recordedAt,
    entry_hash: entryHash.toString('hex'),
  };
}

/** What only some kinds state. */
function detailsOf(entry: NewEntry) {
  const isProblem = entry.kind === 'debit' || entry.kind === 'waiver' || entry.kind === 'refund';
  return {
    problemId: isProblem ? entry.problemId : undefined,
    ticketId: isProblem ? entry.ticketId : undefined,
    refundedKey: entry.kind === 'refund' ? entry.debitKey : undefined,
    reason: reasonOf(entry),
    spendStep: entry.kind === 'grant' || entry.kind === 'clawback' ? entry.spendStep : undefined,
    proof: 'proof' in entry ? JSON.stringify(entry.proof) : undefined,
    moves: movesOf(entry),
    snapshot: 'snapshot' in entry ? JSON.stringify(entry.snapshot) : undefined,
    actor: JSON.stringify('actor' in entry ? entry.actor : { kind: 'rule' }),
  };
}

function reasonOf(entry: NewEntry): string {
  switch (entry.kind) {
    case 'grant':
      return entry.source;
    case 'debit':
      return 'charged';
    case 'waiver':
    case 'refund':
      return entry.reason;
    case 'expiry':
    case 'clawback':
    case 'adjustment':
      return entry.kind;
  }
}

function movesOf(entry: NewEntry): string | undefined {
  switch (entry.kind) {
    case 'waiver':
      return undefined;
    case 'grant':
      return JSON.stringify([termsOf(entry), ...entry.repays]);
    case 'expiry':
      return JSON.stringify([{ grantKey: entry.grantKey, amountCredits: entry.amountCredits }]);
    case 'refund':
      return JSON.stringify([...entry.allocations, ...entry.reopens]);
    case 'debit':
    case 'clawback':
    case 'adjustment':
      return JSON.stringify(entry.allocations);
  }
}

/** When a grant can be used and whether it was paid for, to be covered by the chain as well; `verify` compares. */
function termsOf({ isPaid, effectiveAt, expiresAt }: GrantEntry) {
  return { isPaid, effectiveAt, expiresAt: expiresAt ?? null };
}
