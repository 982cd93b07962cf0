import { readBalanceCents } from '../../state/balance';
import { projectOf } from '../../state/projects';
import type { AccountRow } from '../../state/rows';
import { toColumn, toMoneyColumn } from '../../wire/columns';
import type { List } from '../buildList';

/** The balance of one account with one provider, under an id of its own (billmanager.md 3). */
export type Subaccount = { id: string; accountId: string; account: AccountRow };

/** The subaccounts; an account has one here, that with its provider. */
export const SUBACCOUNTS: List<Subaccount> = {
  object: 'subaccount',
  level: 16,
  read: ({ store }, accountId) =>
    store
      .rows()
      .accounts.filter((account) => accountId === undefined || account.id === accountId)
      .map((account) => ({ id: account.subaccountId, accountId: account.id, account })),
  toRow: ({ id, account }, call) => {
    const project = projectOf(account);
    const balanceCents = readBalanceCents(call.billing.store.index(), account.id);
    return {
      id: toColumn(id),
      account: toColumn(account.id),
      account_name: toColumn(account.name),
      project: toColumn(project.id),
      project_name: toColumn(project.name),
      balance: toMoneyColumn(balanceCents, project.currency),
      credit: toMoneyColumn(account.creditLimitCents, project.currency),
    };
  },
  filters: [
    { param: 'account', match: 'exact', read: (row) => row.accountId },
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'project', match: 'exact', read: (row) => row.account.projectId },
  ],
};
