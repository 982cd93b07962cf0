import { readColumn } from './billmanagerColumns';
import type { TreeNode } from './document/TreeNode';
import { readAccountId } from './readAccountId';
import { readRows } from './readRows';
import type { Pages } from './readRows';
import { toUnusableError } from './reading';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/** Opening the form behind each row is for short lists only. */
const MAX_FORMS = 50;

/**
 * The rows of a list that belong to exactly this account, a page at a time. The panel's own filter may match parts of an
 * id or not know the column at all (billmanager.md 3), so each row is compared again. Fails with `billing_unauthorized`
 * where the function is not for us, because facts without the list would be wrong.
 */
export async function readAccountRows(
  reading: Reading,
  func: string,
  billingAccountId: string,
): Promise<Pages> {
  const filter = { [reading.accountFilter]: billingAccountId };
  const pages = await readRows(reading, { func, filter });
  if (pages === undefined) throw toPanelError(func, 'access');
  return keepOwn(reading, { func, billingAccountId }, pages);
}

async function* keepOwn(
  reading: Reading,
  { func, billingAccountId }: { func: string; billingAccountId: string },
  pages: Pages,
): Pages {
  const { accountId: columns } = reading.columns;
  let formCount = 0;
  for await (const rows of pages) {
    formCount += rows.filter((row) => readColumn(row, columns) === undefined).length;
    if (formCount > MAX_FORMS) throw toUnusableError(func, `its rows have no column ${columns.join(' or ')}`);
    const own: TreeNode[] = [];
    for (const row of rows) {
      if ((await readAccountId(reading, func, row)) === billingAccountId) own.push(row);
    }
    if (own.length > 0) yield own;
  }
}
