import type { Allocation, Book, Grant } from './grant';
import type { GrantEntry, NewEntry, RefundEntry } from './newEntry';

/**
 * The book as it is after the entry: what the rest of the same decision may look at. The ledger does the same in SQL,
 * and the tests hold the two equal.
 */
export function applyEntry(book: Book, entry: NewEntry): Book {
  switch (entry.kind) {
    case 'grant':
      return openGrant(book, entry);
    case 'waiver':
      return book;
    case 'refund':
      return giveBack(book, entry);
    case 'expiry':
      return take(book, [{ grantKey: entry.grantKey, amountCredits: entry.amountCredits }]);
    case 'debit':
    case 'clawback':
    case 'adjustment':
      return addDebt(take(book, entry.allocations), entry.key, countUncovered(entry));
  }
}

/** What a taking entry could not take from grants. */
export function countUncovered(entry: { amountCredits: number; allocations: Allocation[] }): number {
  return entry.amountCredits - entry.allocations.reduce((sum, each) => sum + each.amountCredits, 0);
}

function openGrant(book: Book, entry: GrantEntry): Book {
  const repaid = entry.repays.reduce((sum, each) => sum + each.amountCredits, 0);
  const grant: Grant = {
    key: entry.key,
    source: entry.source,
    amountCredits: entry.amountCredits,
    remainingCredits: entry.amountCredits - repaid,
    isPaid: entry.isPaid,
    effectiveAt: entry.effectiveAt,
    expiresAt: entry.expiresAt,
  };
  const debts = book.debts
    .map((debt) => {
      const repayment = entry.repays.find((each) => each.entryKey === debt.entryKey);
      return { ...debt, amountCredits: debt.amountCredits - (repayment?.amountCredits ?? 0) };
    })
    .filter((debt) => debt.amountCredits > 0);
  return { grants: [...book.grants, grant], debts };
}

function giveBack(book: Book, entry: RefundEntry): Book {
  const grants = book.grants.map((grant) => {
    const back = entry.allocations.find((each) => each.grantKey === grant.key);
    const reopened = entry.reopens.find((each) => each.grantKey === grant.key);
    return {
      ...grant,
      remainingCredits: grant.remainingCredits + (back?.amountCredits ?? 0),
      expiresAt: reopened?.expiresAt ?? grant.expiresAt,
    };
  });
  return { grants, debts: book.debts.filter((debt) => debt.entryKey !== entry.debitKey) };
}

function take(book: Book, allocations: readonly Allocation[]): Book {
  const grants = book.grants.map((grant) => {
    const taken = allocations.find((each) => each.grantKey === grant.key);
    return { ...grant, remainingCredits: grant.remainingCredits - (taken?.amountCredits ?? 0) };
  });
  return { ...book, grants };
}

function addDebt(book: Book, entryKey: string, amountCredits: number): Book {
  return amountCredits === 0 ? book : { ...book, debts: [...book.debts, { entryKey, amountCredits }] };
}
