import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import type { BillmanagerColumns } from '../billmanagerColumns';

/** A column that is looked for in a list: where it is missing the readings fail, unless `canBeMissing` says what then holds. */
export type InspectedColumn = {
  column: keyof BillmanagerColumns;
  canBeMissing?: Saying;
  /** Whether it has to hold a code, not a word. */
  isCode?: boolean;
  /** Whether the form behind a row is opened where the list does not show it. */
  isInForm?: boolean;
};

/** A list that the bridge reads. `section` is what the panel's menu calls it. */
export type InspectedList = {
  func: string;
  section: string;
  /** What a person should compare its number of rows with. */
  compare?: Saying;
  /** Whether one client may have too many rows in it to open the form behind each. */
  isLong?: true;
  /** Whether it is read by account. */
  isByAccount?: true;
  /** What else may be done about a problem with it. */
  orElse?: Saying;
  columns: readonly InspectedColumn[];
};

const ACCOUNT_ID: InspectedColumn = { column: 'accountId', isInForm: true };

/** What the readers take from the panel's lists (billmanager.md 3 to 6). */
const LISTS: readonly InspectedList[] = [
  { func: 'user', section: 'Users', columns: [{ column: 'userEmail' }, ACCOUNT_ID] },
  {
    func: 'account',
    section: 'Clients',
    compare: say('list_compare_clients'),
    columns: [],
  },
  {
    func: 'expense',
    section: 'Expenses',
    isLong: true,
    isByAccount: true,
    columns: [
      ACCOUNT_ID,
      { column: 'expenseAmount' },
      { column: 'expenseChargedOn' },
      { column: 'expenseTax' },
      { column: 'expenseKind', canBeMissing: say('but_packs_by_service') },
      { column: 'expenseItem', canBeMissing: say('but_packs_by_kind') },
    ],
  },
  {
    func: 'payment',
    section: 'Payments',
    isLong: true,
    isByAccount: true,
    orElse: say('spend_without_returns'),
    columns: [
      ACCOUNT_ID,
      { column: 'paymentNumber' },
      { column: 'paymentAmount' },
      { column: 'paymentStatus', isCode: true },
    ],
  },
  {
    func: 'paidsupport',
    section: 'Per-incident support',
    isByAccount: true,
    columns: [
      ACCOUNT_ID,
      { column: 'packPricelist' },
      { column: 'packStatus', isCode: true },
      { column: 'packBoughtOn' },
      { column: 'packPaidUntil', canBeMissing: say('but_packs_for_life') },
    ],
  },
  {
    func: 'hostingpartner',
    section: 'ISPsystem partners',
    isByAccount: true,
    orElse: say('billing_without_contracts'),
    columns: [ACCOUNT_ID, { column: 'partnerLevel', canBeMissing: say('but_contracts_count') }],
  },
];

/**
 * The lists that are read: groups only where the policy names groups of partners, payments only where it counts returns,
 * contracts only where it says that there are some, tax only where spend is net of it.
 */
export function listInspected(rules: {
  hasPartnerContracts: boolean;
  partnerGroupIds: readonly string[];
  isReturnSubtracted: boolean;
  basis: 'net' | 'gross';
}): readonly InspectedList[] {
  const isRead: Readonly<Record<string, boolean>> = {
    payment: rules.isReturnSubtracted,
    hostingpartner: rules.hasPartnerContracts,
  };
  const isColumnRead = ({ column }: InspectedColumn) => column !== 'expenseTax' || rules.basis === 'net';
  const lists = LISTS.filter(({ func }) => isRead[func] ?? true).map((list) => ({
    ...list,
    columns: list.columns.filter(isColumnRead),
  }));
  if (rules.partnerGroupIds.length === 0) return lists;
  return lists.map((list) =>
    list.func === 'account'
      ? { ...list, columns: [{ column: 'accountGroups' as const, isInForm: true }] }
      : list,
  );
}
