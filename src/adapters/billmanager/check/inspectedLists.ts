import type { BillmanagerColumns } from '../billmanagerColumns';

/** A column that is looked for in a list: where it is missing the readings fail, unless `canBeMissing` says what then holds. */
export type InspectedColumn = {
  column: keyof BillmanagerColumns;
  canBeMissing?: string;
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
  compare?: string;
  /** Whether one client may have too many rows in it to open the form behind each. */
  isLong?: true;
  /** Whether it is read by account. */
  isByAccount?: true;
  /** What else may be done about a problem with it. */
  orElse?: string;
  columns: readonly InspectedColumn[];
};

const ACCOUNT_ID: InspectedColumn = { column: 'accountId', isInForm: true };

/** What the readers take from the panel's lists (billmanager.md 3 to 6). */
const LISTS: readonly InspectedList[] = [
  { func: 'user', section: 'Users', columns: [{ column: 'userEmail' }, ACCOUNT_ID] },
  {
    func: 'account',
    section: 'Clients',
    compare:
      'Compare this number once with «Clients» as a full administrator sees it: a login of too low a level is shown a part without a word.',
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
      { column: 'expenseKind', canBeMissing: 'credit packs are told by the service they were charged for' },
      { column: 'expenseItem', canBeMissing: 'credit packs are told by their kind of product' },
    ],
  },
  {
    func: 'payment',
    section: 'Payments',
    isLong: true,
    isByAccount: true,
    orElse:
      'Or switch the policy key spend.isReturnSubtracted off: payments are not read then, and returns lower no spend.',
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
      { column: 'packPaidUntil', canBeMissing: 'right where all packs are for life' },
    ],
  },
  {
    func: 'hostingpartner',
    section: 'ISPsystem partners',
    isByAccount: true,
    orElse:
      'Or set the policy key billing.hasPartnerContracts to false where there are no partner contracts: nobody is a partner by contract then (billing.partnerGroupIds names groups of partners).',
    columns: [ACCOUNT_ID, { column: 'partnerLevel', canBeMissing: 'every contract counts, without a level' }],
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
