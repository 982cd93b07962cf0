import type { PaymentRow } from '../state/rows';
import { toColumn, toMoneyColumn, toTranslatedColumn } from '../wire/columns';
import type { WireRow } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { PROJECT } from './project';
import { readAccountNames } from './readAccountNames';

const STATUS_WORDS = {
  1: 'New',
  2: 'In progress',
  3: 'Pledged',
  4: 'Credited',
  5: 'Pending return',
  6: 'Returned',
  7: 'Fraudulent',
  8: 'Initiated',
  9: 'Cancelled',
};

/** Money in; only status 4 has arrived (billmanager.md 4.1). `account` narrows it to one client. */
export const payment: BillingFunction = {
  answer: (call) => {
    const { store } = call.billing;
    const names = readAccountNames(store);
    return buildListDocument(call, {
      rows: store.rows().payments.map((row) => toPaymentRow(names, row)),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'number', column: 'number', match: 'text' },
        { param: 'account', column: 'account', match: 'exact' },
        { param: 'sender', column: 'sender_name', match: 'text' },
        { param: 'sender_id', column: 'sender_id', match: 'exact' },
        { param: 'status', column: 'status', match: 'exact' },
        { param: 'createdatestart', column: 'create_date', match: 'from' },
        { param: 'createdateend', column: 'create_date', match: 'to' },
      ],
    });
  },
};

function toPaymentRow(names: ReadonlyMap<string, string>, row: PaymentRow): WireRow {
  const name = toColumn(names.get(row.accountId) ?? '');
  return {
    id: toColumn(row.id),
    number: toColumn(row.number),
    create_date: toColumn(row.createdOn),
    pay_date: toColumn(row.statusCode === '4' ? row.createdOn : ''),
    sender_id: toColumn(row.accountId),
    sender_name: name,
    recipient_name: toColumn(PROJECT.name),
    account: toColumn(row.accountId),
    account_name: name,
    paymethod_name: toColumn('Bank card'),
    subaccountamount_iso: toMoneyColumn(row.amountCents),
    paymethodamount_iso: toMoneyColumn(row.amountCents),
    tax: toMoneyColumn(0),
    allowrefund: toColumn('on'),
    billorder: toColumn(''),
    status: toTranslatedColumn(row.statusCode, STATUS_WORDS),
  };
}
