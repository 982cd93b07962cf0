import { toColumn } from '../../wire/columns';
import type { WireNode } from '../../wire/columns';
import { buildForm } from '../buildForm';
import { ACCOUNTS } from './accounts';

const COUNTRIES: WireNode[] = [
  { $key: '56', $: 'Germany' },
  { $key: '182', $: 'Russian Federation' },
];

/**
 * The form of one account, to look at; `country` is an internal id, resolved through `slist` (billmanager.md 3). So are
 * the groups: in which column a panel shows them is not known, here they are in `accountgroup`, joined as ids are.
 */
export const ACCOUNT_EDIT = buildForm(ACCOUNTS, (row, call) => ({
  country: { $: '56' },
  accountgroup: toColumn(row.groupIds.join(', ')),
  slist: [
    { $name: 'country', val: COUNTRIES },
    {
      $name: 'accountgroup',
      val: call.billing.store.rows().groups.map((group) => ({ $key: group.id, $: group.name })),
    },
  ],
}));
