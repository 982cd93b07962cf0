/** Columns that the seed gives, per table. */
export const SEED_TABLES = {
  credit_accounts: [
    'id',
    'billing_account_id',
    'balance_credits',
    'entry_count',
    'last_hash',
    'bought_credits',
    'used_credits',
    'returned_credits',
  ],
  ledger_entries: [
    'id',
    'credit_account_id',
    'account_seq',
    'kind',
    'key',
    'input_hash',
    'amount_credits',
    'balance_after_credits',
    'problem_id',
    'ticket_id',
    'refunded_entry_id',
    'reason',
    'spend_step',
    'proof',
    'moves',
    'snapshot',
    'actor',
    'occurred_at',
    'recorded_at',
    'entry_hash',
  ],
  grants: [
    'entry_id',
    'credit_account_id',
    'key',
    'source',
    'amount_credits',
    'remaining_credits',
    'is_paid',
    'effective_at',
    'expires_at',
  ],
  allocations: ['entry_id', 'grant_entry_id', 'amount_credits'],
  open_charges: ['problem_id', 'entry_id'],
} as const;

/** One line of a file that COPY reads (its text format); the values hold no tabs, line ends or backslashes. */
export function toCopyLine(values: readonly (string | number | boolean | null | undefined)[]): string {
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`;
}

/** Bytes, given as hex, in COPY's text format. */
export const toCopyBytes = (hex: string): string => `\\\\x${hex}`;
