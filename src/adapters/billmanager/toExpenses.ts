import type { Expense } from '../../domain/accounts/accountFacts';
import { assert } from '../../domain/result';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { readColumn } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import type { Row } from './decodeDocument';
import { parseMoney } from './parseMoney';
import { toUnusableError } from './reading';

/** How expenses for credit packs are told from those for products: credits must not earn credits (R7). */
export type PackMarks = {
  /** Kinds of product that are packs. */
  kinds: readonly string[];
  /** Services that are packs of this account. */
  itemIds: readonly string[];
};

/**
 * What an account was charged for products, each in cents of EUR net of tax: `amount` less `taxamount` (billmanager.md
 * 4.4), packs left out. A single expense that cannot be read fails the whole list.
 */
export function toExpenses(rows: Row[], columns: BillmanagerColumns, packs: PackMarks): Expense[] {
  return rows.flatMap((row) => {
    const kind = readColumn(row, columns.expenseKind) ?? '';
    const itemId = readColumn(row, columns.expenseItem) ?? '';
    if (packs.kinds.includes(kind) || packs.itemIds.includes(itemId)) return [];
    const id = row.get('id');
    if (id === undefined) throw toUnusableError('expense', 'an expense has no id');
    const tax = readColumn(row, columns.expenseTax);
    const netCents =
      toCents(readColumn(row, columns.expenseAmount) ?? '') - (tax === undefined ? 0n : toCents(tax));
    return [
      { id, chargedOn: readColumn(row, columns.expenseChargedOn) ?? '', netCents: toWholeNumber(netCents) },
    ];
  });
}

/** The sum of the expenses, in cents of EUR. */
export function sumSpend(expenses: readonly Expense[]): number {
  return toWholeNumber(expenses.reduce((sum, expense) => sum + BigInt(expense.netCents), 0n));
}

function toWholeNumber(cents: bigint): number {
  const number = Number(cents);
  assert(Number.isSafeInteger(number), 'the spend of one account fits a whole number');
  return number;
}

function toCents(text: string): bigint {
  const money = parseMoney(text);
  if (!money.ok) throw toUnusableError('expense', `an amount cannot be read (${money.reason})`);
  const { minor, currency } = money.value;
  if (currency === 'EUR') return minor;
  const options = { code: 'billing_currency_unsupported', retry: false };
  throw new AdapterError(`BILLmanager shows expenses in ${currency}; only EUR is counted`, options);
}
