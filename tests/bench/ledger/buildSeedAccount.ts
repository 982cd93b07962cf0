import type { Grant } from '../../../src/domain/credits/grant';
import type { DebitEntry, GrantEntry, NewEntry, RefundEntry } from '../../../src/domain/credits/newEntry';
import type { AccountState } from '../../../src/adapters/postgres/ledger/accountState';
import { buildPlan, planEntries } from '../../../src/adapters/postgres/ledger/planEntries';
import type { EntryRow } from '../../../src/adapters/postgres/ledger/toEntryRow';
import { SEED_TABLES, toCopyBytes, toCopyLine } from './seedRows';

const NOW = '2026-01-01T00:00:00.000Z';
const ACTOR = { kind: 'rule' } as const;

export type SeedRow = { table: keyof typeof SEED_TABLES; line: string };

/**
 * The rows of one account: a pack of credits, then two debits and the refund of the first of them, over and over. Its
 * entries have the ids from `firstId` on. The account's own row comes last.
 */
export function* buildSeedAccount(options: {
  account: { id: string; billingAccountId: string };
  length: number;
  firstId: number;
}): Generator<SeedRow> {
  const { account, length, firstId } = options;
  const grant = buildGrant(account.billingAccountId, length);
  let state: AccountState = { ...EMPTY, ...account };
  for (let index = 0; index < length; index += 1) {
    const entry = index === 0 ? grant : buildEntry(account.id, index, grant.key, length);
    const plan = buildPlan();
    state = planEntries(plan, state, [entry], { occurredAt: NOW, recordedAt: NOW });
    const id = firstId + index;
    for (const row of plan.entries) yield { table: 'ledger_entries', line: toEntryLine(row, id) };
    for (const { amount_credits: amount } of plan.allocations) {
      yield { table: 'allocations', line: toCopyLine([id, firstId, amount]) };
    }
    if (entry.kind === 'debit' && !isRefunded(index, length)) {
      yield { table: 'open_charges', line: toCopyLine([entry.problemId, id]) };
    }
  }
  const [lot] = state.book.grants;
  if (lot === undefined) throw new Error('The seeded account has no grant.');
  yield { table: 'grants', line: toGrantLine(lot, account.id, firstId) };
  yield { table: 'credit_accounts', line: toAccountLine(state) };
}

const EMPTY = {
  balanceCredits: 0,
  entryCount: 0,
  lastHash: '00'.repeat(32),
  earnedCredits: 0,
  boughtCredits: 0,
  usedCredits: 0,
  returnedCredits: 0,
  spendGrantCount: 0,
  spendClawbacks: [],
  grantedKeys: [],
  book: { grants: [], debts: [] },
  heldTickets: [],
};

/** Entries come in threes: debit, debit, refund of the first. */
const isRefunded = (index: number, length: number) => index % 3 === 1 && index + 2 < length;

function buildEntry(accountId: string, index: number, grantKey: string, length: number): NewEntry {
  if (index % 3 === 0 && isRefunded(index - 2, length)) return buildRefund(accountId, index - 2, grantKey);
  return buildDebit(accountId, index, grantKey);
}

function buildGrant(billingAccountId: string, length: number): GrantEntry {
  return {
    kind: 'grant',
    key: `grant:pack:${billingAccountId}:lifetime`,
    source: 'pack',
    amountCredits: length,
    isPaid: true,
    effectiveAt: NOW,
    expiresAt: undefined,
    repays: [],
    proof: { billingItemId: billingAccountId, pricelistId: 'bench' },
    actor: ACTOR,
    spendStep: undefined,
  };
}

function buildDebit(accountId: string, index: number, grantKey: string): DebitEntry {
  const ticketId = `${accountId}-${index}`;
  return {
    kind: 'debit',
    key: `debit:zt_${ticketId}:0`,
    problemId: `zt_${ticketId}`,
    ticketId,
    amountCredits: 1,
    allocations: [{ grantKey, amountCredits: 1 }],
    snapshot: { grade: 'verified_email', partnerLevel: undefined, spendCents: 0, billingReadAt: NOW },
    actor: ACTOR,
  };
}

function buildRefund(accountId: string, debitIndex: number, grantKey: string): RefundEntry {
  const { key, problemId, ticketId, amountCredits, allocations } = buildDebit(
    accountId,
    debitIndex,
    grantKey,
  );
  return {
    kind: 'refund',
    key: `refund:${key}`,
    debitKey: key,
    problemId,
    ticketId,
    amountCredits,
    allocations,
    reopens: [],
    reason: 'goodwill',
    actor: { kind: 'agent', id: '500' },
  };
}

function toEntryLine(row: EntryRow, id: number): string {
  const values: Record<string, string | number | null> = {
    ...row,
    id,
    // The refunded debit stands two entries before its refund.
    refunded_entry_id: row.refunded_key === null ? null : id - 2,
    input_hash: toCopyBytes(row.input_hash),
    entry_hash: toCopyBytes(row.entry_hash),
  };
  return toCopyLine(SEED_TABLES.ledger_entries.map((column) => values[column]));
}

function toGrantLine(lot: Grant, accountId: string, id: number): string {
  const { key, source, amountCredits, remainingCredits, isPaid, effectiveAt, expiresAt } = lot;
  return toCopyLine([
    id,
    accountId,
    key,
    source,
    amountCredits,
    remainingCredits,
    isPaid,
    effectiveAt,
    expiresAt,
  ]);
}

function toAccountLine(state: AccountState): string {
  const { id, billingAccountId, balanceCredits, entryCount, boughtCredits, usedCredits, returnedCredits } =
    state;
  const lastHash = toCopyBytes(state.lastHash);
  return toCopyLine([
    id,
    billingAccountId,
    balanceCredits,
    entryCount,
    lastHash,
    boughtCredits,
    usedCredits,
    returnedCredits,
  ]);
}
