import { readColumn } from './billmanagerColumns';
import type { Row } from './document/row';
import { readRowForm } from './readRowForm';
import { toUnusableError } from './reading';
import type { Reading } from './reading';

/**
 * Which account a row belongs to: from its column, else from the form behind the row (billmanager.md 3). A column that
 * shows a name instead of an id fails: rows that silently belong to nobody would read as a client who spent nothing.
 */
export async function readAccountId(reading: Reading, func: string, row: Row): Promise<string> {
  const fromRow = readColumn(row, reading.columns.accountId);
  const accountId = fromRow ?? readColumn(await readRowForm(reading, func, row), reading.columns.accountId);
  if (accountId === undefined || !/^\d+$/.test(accountId)) {
    throw toUnusableError(
      func,
      `no column of ${reading.columns.accountId.join(', ')} holds the id of the account`,
    );
  }
  return accountId;
}
