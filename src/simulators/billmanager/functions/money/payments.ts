import type { PaymentRow } from '../../state/rows';
import { toColumn, toMoneyColumn } from '../../wire/columns';
import { toTranslatedColumn } from '../../wire/words';
import type { Words } from '../../wire/words';
import { readAccountName } from '../clients/readAccountName';
import { readProject } from '../clients/readProject';
import { ACCOUNT_FILTER } from '../buildList';
import type { List } from '../buildList';

const STATUS_WORDS: Words = {
  1: { en: 'New', ru: 'Новый' },
  2: { en: 'In progress', ru: 'Оплачивается' },
  3: { en: 'Pledged', ru: 'Обещанный' },
  4: { en: 'Credited', ru: 'Зачислен' },
  5: { en: 'Pending return', ru: 'Ожидает возврата' },
  6: { en: 'Returned', ru: 'Возвращён' },
  7: { en: 'Fraudulent', ru: 'Мошеннический' },
  8: { en: 'Initiated', ru: 'Инициирован' },
  9: { en: 'Cancelled', ru: 'Отменён' },
};

/** Money in; only status 4 has arrived, and a row `return/…` is money out again (billmanager.md 4.1). */
export const PAYMENTS: List<PaymentRow> = {
  object: 'payment',
  level: 16,
  read: ({ store }, accountId) =>
    accountId === undefined ? store.rows().payments : store.index().paymentsOf(accountId),
  toRow: (row, call) => {
    const name = readAccountName(call, row);
    const project = readProject(call, row);
    const amount = toMoneyColumn(row.amountCents, project.currency);
    return {
      id: toColumn(row.id),
      number: toColumn(row.number),
      create_date: toColumn(row.createdOn),
      pay_date: toColumn(row.statusCode === '4' ? row.createdOn : ''),
      sender_id: toColumn(row.accountId),
      sender_name: name,
      recipient_name: toColumn(project.name),
      account: toColumn(row.accountId),
      account_name: name,
      paymethod_name: toColumn('Bank card'),
      subaccountamount_iso: amount,
      paymethodamount_iso: amount,
      tax: toMoneyColumn(0, project.currency),
      allowrefund: toColumn(row.returnOf === undefined ? 'on' : ''),
      billorder: toColumn(''),
      status: toTranslatedColumn(call, row.statusCode, STATUS_WORDS),
    };
  },
  filters: [
    ACCOUNT_FILTER,
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'number', match: 'text', read: (row) => row.number },
    { param: 'sender', match: 'text', read: (row, index) => index.account(row.accountId)?.name ?? '' },
    { param: 'sender_id', match: 'exact', read: (row) => row.accountId },
    { param: 'status', match: 'exact', read: (row) => row.statusCode },
    { param: 'createdatestart', match: 'from', read: (row) => row.createdOn },
    { param: 'createdateend', match: 'to', read: (row) => row.createdOn },
  ],
};
