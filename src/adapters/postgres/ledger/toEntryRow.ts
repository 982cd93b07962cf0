import type { TicketSubject } from '../../../domain/tickets/ticketSubject';
import type { GrantEntry, NewEntry } from '../../../domain/credits/newEntry';
import { signedAmountOf } from '../../../domain/credits/newEntry';
import type { AccountState } from './accountState';
import { hashEntry } from './hashEntry';
import type { ChainedEntry } from './hashEntry';
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
  topic: string;
  product: string;
  submitted_at: string | null;
};

/** Both clocks, ISO 8601, and the ticket that the entries are decided for, for reports. */
export type EntryContext = { occurredAt: string; recordedAt: string; subject?: TicketSubject | undefined };

/** The row of an entry that follows `state`, with its place and link in the account's chain. */
export function toEntryRow(
  state: AccountState,
  entry: NewEntry,
  { occurredAt, recordedAt, subject }: EntryContext,
): EntryRow {
  const { billingAccountId } = state;
  const ofProblem =
    entry.kind === 'debit' || entry.kind === 'waiver' || entry.kind === 'refund' ? entry : undefined;
  const row: EntryRow = {
    credit_account_id: state.id,
    account_seq: state.entryCount + 1,
    kind: entry.kind,
    key: entry.key,
    input_hash: hashInput(billingAccountId, entry),
    amount_credits: entry.kind === 'waiver' ? 0 : entry.amountCredits,
    balance_after_credits: state.balanceCredits + signedAmountOf(entry),
    problem_id: ofProblem?.problemId ?? null,
    ticket_id: ofProblem?.ticketId ?? null,
    refunded_key: entry.kind === 'refund' ? entry.debitKey : null,
    reason: reasonOf(entry),
    spend_step: entry.kind === 'grant' || entry.kind === 'clawback' ? (entry.spendStep ?? null) : null,
    proof: 'proof' in entry && entry.proof !== undefined ? JSON.stringify(entry.proof) : null,
    moves: movesOf(entry),
    snapshot: 'snapshot' in entry ? JSON.stringify(entry.snapshot) : null,
    actor: JSON.stringify('actor' in entry ? entry.actor : { kind: 'rule' }),
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    entry_hash: '',
    topic: (ofProblem && subject?.topic) ?? '',
    product: (ofProblem && subject?.product) ?? '',
    submitted_at: (entry.kind === 'debit' ? subject?.submittedAt : undefined) ?? null,
  };
  row.entry_hash = hashEntry(toChained(row, billingAccountId, state.lastHash));
  return row;
}

/** What the chain covers of a row. */
function toChained(row: EntryRow, billingAccountId: string, previousHash: string): ChainedEntry {
  return {
    previousHash,
    billingAccountId,
    accountSeq: row.account_seq,
    kind: row.kind,
    key: row.key,
    inputHash: row.input_hash,
    amountCredits: row.amount_credits,
    balanceAfterCredits: row.balance_after_credits,
    problemId: row.problem_id,
    ticketId: row.ticket_id,
    refundedKey: row.refunded_key,
    reason: row.reason,
    spendStep: row.spend_step,
    proof: row.proof,
    moves: row.moves,
    snapshot: row.snapshot,
    actor: row.actor,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
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

function movesOf(entry: NewEntry): string | null {
  switch (entry.kind) {
    case 'waiver':
      return null;
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
