import { toColumn } from '../../wire/columns';
import type { Column } from '../../wire/columns';
import type { FunctionCall } from '../billingFunction';

/** The name of the account a row belongs to, for the columns that show it. */
export function readAccountName(call: FunctionCall, row: { accountId: string }): Column {
  return toColumn(call.billing.store.index().account(row.accountId)?.name ?? '');
}
