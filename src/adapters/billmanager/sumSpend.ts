import { assert } from '../../domain/result';
import { AdapterError } from '../../use-cases/ports';
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
 * What an account was charged for products, in cents of EUR, net of tax: the sum of `amount` less `taxamount`
 * (billmanager.md 4.4). A single expense that cannot be read fails the sum.
 */
export function sumSpend(expenses: Row[], columns: BillmanagerColumns, packs: PackMarks): number {
  let totalCents = 0n;
  for (const expense of expenses) {
    const kind = readColumn(expense, columns.expenseKind) ?? '';
    const itemId = readColumn(expense, columns.expenseItem) ?? '';
    if (packs.kinds.includes(kind) || packs.itemIds.includes(itemId)) continue;
    const tax = readColumn(expense, columns.expenseTax);
    totalCents += toCents(readColumn(expense, columns.expenseAmount) ?? '');
    totalCents -= tax === undefined ? 0n : toCents(tax);
  }
  const spendCents = Number(totalCents);
  assert(Number.isSafeInteger(spendCents), 'the spend of one account fits a whole number');
  return spendCents;
}

function toCents(text: string): bigint {
  const money = parseMoney(text);
  if (!money.ok) throw toUnusableError('expense', `an amount cannot be read (${money.reason})`);
  const { minor, currency } = money.value;
  if (currency === 'EUR') return minor;
  const options = { code: 'billing_currency_unsupported', retry: false };
  throw new AdapterError(`BILLmanager shows expenses in ${currency}; only EUR is counted`, options);
}
