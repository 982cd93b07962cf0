import type { BillingColumn } from '../../domain/policy/billingColumns';
import type { Row } from './document/row';

/**
 * Names of columns that the reference could not confirm for every install (billmanager.md, opening words): where
 * several are given, the first one that holds something counts.
 */
export type BillmanagerColumns = Readonly<Record<BillingColumn, readonly string[]>>;

/** The names of billmanager.md, sections 3 to 6. */
export const DEFAULT_COLUMNS: BillmanagerColumns = {
  accountId: ['account_id', 'account'],
  userEmail: ['email', 'name'],
  expenseAmount: ['amount'],
  expenseTax: ['taxamount'],
  expenseChargedOn: ['realdate', 'cdate'],
  expenseKind: ['intname'],
  expenseItem: ['main_item', 'item'],
  paymentNumber: ['number'],
  paymentAmount: ['subaccountamount_iso'],
  paymentStatus: ['status_orig', 'real_status', 'status'],
  accountGroups: ['accountgroup'],
  partnerLevel: ['level'],
  packPricelist: ['pricelist'],
  packStatus: ['item_real_status', 'item_status'],
  packBoughtOn: ['createdate'],
  packPaidUntil: ['expiredate'],
};

/** The text of the first of these columns that holds something. */
export function readColumn(row: Row, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = row.get(name);
    if (text !== undefined) return text;
  }
  return undefined;
}
