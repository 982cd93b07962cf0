import type { Charge } from '../../domain/accounts/charge';
import { readColumn } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import type { Row } from './document/row';
import { toUnusableError } from './reading';
import { toMoney } from './toMoney';

/** How charges for credit packs are told from those for products: credits must not earn credits (R7). */
export type PackMarks = {
  /** Kinds of product that are packs. */
  kinds: readonly string[];
  /** Services that are packs of this account. */
  itemIds: ReadonlySet<string>;
};

/** A row of `expense`: `amount`, of which `taxamount` is tax (billmanager.md 4.4). A row that cannot be read fails the list. */
export function toCharge(row: Row, columns: BillmanagerColumns, packs: PackMarks): Charge {
  const id = row.get('id');
  if (id === undefined) throw toUnusableError('expense', 'an expense has no id');
  const { minor: grossMinor, currency } = toMoney('expense', readColumn(row, columns.expenseAmount));
  const taxText = readColumn(row, columns.expenseTax);
  const tax = taxText === undefined ? { minor: 0n, currency } : toMoney('expense', taxText);
  if (tax.currency !== currency)
    throw toUnusableError('expense', 'a tax is in another currency than its expense');
  const kind = readColumn(row, columns.expenseKind) ?? '';
  const itemId = readColumn(row, columns.expenseItem) ?? '';
  return {
    id,
    chargedOn: toDay(readColumn(row, columns.expenseChargedOn)),
    currency,
    grossMinor,
    taxMinor: tax.minor,
    isForProduct: !packs.kinds.includes(kind) && !packs.itemIds.has(itemId),
  };
}

/** `2026-05-02`, perhaps with a time of day behind it; empty for what is no day. */
function toDay(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0] ?? '';
}
