import { toDay } from '../../state/days';
import { PRICE_LISTS } from '../../state/priceLists';
import type { PackRow } from '../../state/rows';
import { toColumn, toMoneyColumn } from '../../wire/columns';
import { toTranslatedColumn } from '../../wire/words';
import type { Words } from '../../wire/words';
import type { FunctionCall } from '../billingFunction';
import { readAccountName } from '../clients/readAccountName';
import { readProject } from '../clients/readProject';
import { ACCOUNT_FILTER } from '../buildList';
import type { List } from '../buildList';

const ACTIVE = '2';
/** A pack whose paid term is over; the code has a detail behind it (billmanager.md 1.2). */
const SUSPENDED = '3_autosuspend';

const STATUS_WORDS: Words = {
  [ACTIVE]: { en: 'Active', ru: 'Активна' },
  [SUSPENDED]: { en: 'Suspended', ru: 'Остановлена' },
};

/** The packs of credits that were bought; a lifetime pack has no `expiredate` (billmanager.md 6). */
export const PACKS: List<PackRow> = {
  object: 'paidsupport',
  level: 16,
  read: ({ store }, accountId) =>
    accountId === undefined ? store.rows().packs : store.index().packsOf(accountId),
  toRow: (row, call) => {
    const project = readProject(call, row);
    const status = readStatus(row, call);
    return {
      id: toColumn(row.id),
      name: toColumn(PRICE_LISTS.find((list) => list.id === row.pricelistId)?.name ?? ''),
      pricelist: toColumn(row.pricelistId),
      account: toColumn(row.accountId),
      account_name: readAccountName(call, row),
      project: toColumn(project.id),
      datacentername: toColumn(''),
      processingmodule: toColumn(''),
      createdate: toColumn(row.boughtOn),
      expiredate: toColumn(row.expiresOn ?? ''),
      autoprolong: toColumn(''),
      item_status: toTranslatedColumn(call, status, STATUS_WORDS),
      item_real_status: toColumn(status.charAt(0)),
      status_msg: toColumn(''),
      cost: toMoneyColumn(row.costCents, project.currency),
      ticket_usage: toColumn('0'),
    };
  },
  filters: [
    ACCOUNT_FILTER,
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'pricelist', match: 'exact', read: (row) => row.pricelistId },
  ],
};

function readStatus(row: PackRow, call: FunctionCall): string {
  const today = toDay(call.billing.clock.now());
  return row.expiresOn !== undefined && row.expiresOn <= today ? SUSPENDED : ACTIVE;
}
