import { applyEntry } from '../../../src/domain/credits/applyEntry';
import type { Allocation, Book } from '../../../src/domain/credits/grant';
import { EMPTY_LEDGER } from '../../../src/domain/credits/ledgerView';
import type { Charge, LedgerView } from '../../../src/domain/credits/ledgerView';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import { ACCOUNT } from '../builders';

/** One account's ledger without a database: its entries, and the book that {@link applyEntry} makes of them. */
export type MemoryLedger = { entries: NewEntry[]; book: Book };

export function buildMemoryLedger(): MemoryLedger {
  return { entries: [], book: { grants: [], debts: [] } };
}

/** Appends like the real one: a key is taken once, forever. */
export function append(ledger: MemoryLedger, entries: readonly NewEntry[]): void {
  for (const entry of entries) {
    if (ledger.entries.some(({ key }) => key === entry.key)) throw new Error(`key reused: ${entry.key}`);
    ledger.entries.push(entry);
    ledger.book = applyEntry(ledger.book, entry);
  }
}

/** By entry, everything that was ever taken for it: at once, and by grants that repaid its debt later. */
export function mapTaken(ledger: MemoryLedger): Map<string, Allocation[]> {
  const taken = new Map<string, Allocation[]>();
  const add = (key: string, more: Allocation[]) => taken.set(key, [...(taken.get(key) ?? []), ...more]);
  for (const entry of ledger.entries) {
    if ('allocations' in entry) add(entry.key, entry.allocations);
    if (entry.kind !== 'grant') continue;
    for (const { entryKey, amountCredits } of entry.repays)
      add(entryKey, [{ grantKey: entry.key, amountCredits }]);
  }
  return taken;
}

/** What the rules are shown for `problemId`, worked out from the entries alone. */
export function viewOf(ledger: MemoryLedger, problemId: string): LedgerView {
  const ofKind = <Kind extends NewEntry['kind']>(kind: Kind) =>
    ledger.entries.filter((entry): entry is Extract<NewEntry, { kind: Kind }> => entry.kind === kind);
  const clawbacks = ofKind('clawback');
  const steps = [...new Set(clawbacks.map(({ spendStep }) => spendStep))];
  const charges = [...ofKind('debit'), ...ofKind('waiver')]
    .filter((entry) => entry.problemId === problemId)
    .sort((one, other) => ledger.entries.indexOf(one) - ledger.entries.indexOf(other));
  const last = charges[charges.length - 1];
  const refund = ofKind('refund').find(({ debitKey }) => debitKey === last?.key);
  return {
    ...EMPTY_LEDGER,
    billingAccountId: ACCOUNT,
    book: ledger.book,
    spendGrantCount: ofKind('grant').filter(({ source }) => source === 'spend').length - clawbacks.length,
    spendClawbacks: steps.map((step) => ({
      step,
      times: clawbacks.filter(({ spendStep }) => spendStep === step).length,
    })),
    grantedKeys: ofKind('grant')
      .filter(({ source }) => source === 'pack' || source === 'welcome')
      .map(({ key }) => key),
    openCharge: last === undefined || refund !== undefined ? undefined : toCharge(ledger, last),
    chargeCount: charges.length,
    refundReason: refund?.reason,
  };
}

function toCharge(ledger: MemoryLedger, entry: Extract<NewEntry, { kind: 'debit' | 'waiver' }>): Charge {
  if (entry.kind === 'waiver') return { kind: 'waiver', key: entry.key, reason: entry.reason };
  const allocations = (mapTaken(ledger).get(entry.key) ?? []).map((each) => ({
    ...each,
    expiresAt: ledger.book.grants.find(({ key }) => key === each.grantKey)?.expiresAt,
  }));
  const { key, ticketId, amountCredits } = entry;
  return {
    kind: 'debit',
    key,
    ticketId,
    isByAgent: entry.actor.kind === 'agent',
    amountCredits,
    allocations,
  };
}
