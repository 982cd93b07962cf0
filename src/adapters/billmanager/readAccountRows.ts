import type { Row } from './decodeDocument';
import { readColumn } from './billmanagerColumns';
import { readAccountId } from './readAccountId';
import { readRows } from './readRows';
import { toUnusableError } from './reading';
import type { Reading } from './reading';

/** Opening the form behind each row is for short lists only. */
const MAX_FORMS = 50;

/**
 * All rows of a list that belong to exactly this account. The panel's own filter may match parts of an id or not know
 * the column at all (billmanager.md 3), so each row is compared again. Undefined: the function is not for us.
 */
export async function readAccountRows(
  reading: Reading,
  func: string,
  billingAccountId: string,
): Promise<Row[] | undefined> {
  const rows = await readRows(reading, func, { account: billingAccountId });
  if (rows === undefined) return undefined;
  const withoutColumn = rows.filter((row) => readColumn(row, reading.columns.accountId) === undefined);
  if (withoutColumn.length > MAX_FORMS) {
    throw toUnusableError(func, `its rows have no column ${reading.columns.accountId.join(' or ')}`);
  }
  const kept: Row[] = [];
  for (const row of rows) {
    if ((await readAccountId(reading, func, row)) === billingAccountId) kept.push(row);
  }
  return kept;
}
