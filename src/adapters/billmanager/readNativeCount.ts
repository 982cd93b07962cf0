import type { Row } from './document/row';
import { findAccount } from './readAccount';
import { readAccountRows } from './readAccountRows';
import { readRowForm } from './readRowForm';
import { toUnusableError } from './reading';
import type { Reading } from './reading';

/** Where a panel shows how many incidents a client has: what it calls that was found in no source (billmanager.md 0, 6). */
export type NativePlace = { list: string; column: string };

/**
 * The panel's own count of incidents of this account: the sum over its rows of the list, each from the column, else from the
 * form behind the row. Undefined: the list has no row of the account. A column that is nowhere, or holds no whole number,
 * fails the reading: 0 would look like a count.
 */
export async function readNativeCount(
  reading: Reading,
  { list, column }: NativePlace,
  billingAccountId: string,
): Promise<number | undefined> {
  let sum: number | undefined;
  for await (const row of readOwnRows(reading, list, billingAccountId)) {
    const text = row.get(column) ?? (await readRowForm(reading, list, row)).get(column);
    if (text === undefined || !/^-?\d{1,9}$/.test(text)) {
      throw toUnusableError(list, `neither it nor its form has a whole number in the column ${column}`);
    }
    sum = (sum ?? 0) + Number(text);
  }
  return sum;
}

/** In the list of accounts itself the id of the row is that of the account. */
async function* readOwnRows(reading: Reading, list: string, billingAccountId: string): AsyncGenerator<Row> {
  if (list !== 'account') {
    for await (const rows of await readAccountRows(reading, list, billingAccountId)) yield* rows;
    return;
  }
  const account = await findAccount(reading, billingAccountId);
  if (account !== undefined) yield account;
}
