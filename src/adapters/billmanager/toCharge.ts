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
  /** Services that are packs of this account, ended ones too. */
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
  return {
    id,
    chargedOn: toDay(readColumn(row, columns.expenseChargedOn)),
    currency,
    grossMinor,
    taxMinor: tax.minor,
    isForProduct: !isForPack(row, columns, packs),
  };
}

/**
 * Any of the columns may tell: `main_item` may name what a pack hangs on and `item` the pack itself, and after a pack is
 * deleted its charge is known by its kind only.
 */
function isForPack(row: Row, columns: BillmanagerColumns, packs: PackMarks): boolean {
  const kinds = columns.expenseKind.flatMap((name) => row.get(name) ?? []);
  const itemIds = columns.expenseItem.flatMap((name) => row.get(name) ?? []);
  return kinds.some((kind) => packs.kinds.includes(kind)) || itemIds.some((id) => packs.itemIds.has(id));
}

/** `2026-05-02`, perhaps with a time of day behind it; empty for what is no day. */
function toDay(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0] ?? '';
}
