import type { BillingFunction } from './billingFunction';
import { ACCOUNTS } from './clients/account';
import { ACCOUNT_EDIT } from './clients/accountEdit';
import { ACCOUNT_GROUPS } from './clients/accountgroup';
import { PARTNERS } from './clients/hostingpartner';
import { HOSTINGPARTNER_EDIT } from './clients/hostingpartnerEdit';
import { PROJECT_LIST } from './clients/project';
import { SUBACCOUNTS } from './clients/subaccount';
import { SUBACCOUNT_EDIT } from './clients/subaccountEdit';
import { USERS } from './clients/user';
import { buildForm } from './form';
import { buildList } from './list';
import type { List } from './list';
import { KEEPALIVE } from './login/keepalive';
import { SESSION_NEWKEY } from './login/sessionNewkey';
import { WHOAMI } from './login/whoami';
import { EXPENSES } from './money/expense';
import { EXPENSE_DELETE } from './money/expenseDelete';
import { EXPENSE_EDIT } from './money/expenseEdit';
import { PAYMENTS } from './money/payment';
import { buildSetPayment } from './money/setPayment';
import { buildFilterForm, buildSetFilter } from './savedFilters';
import { DEPARTMENTS } from './support/department';
import { INCIDENT } from './support/incident';
import { PACKS } from './support/paidsupport';
import { PROJECT_SUPPORT } from './support/projectSupport';

/** Every function of the panel that this simulator knows, by its name on the wire; `auth` and `totp.confirm` open the door to them. */
export const BILLING_FUNCTIONS: ReadonlyMap<string, BillingFunction> = new Map([
  ...nameList('account', ACCOUNTS),
  ['account.edit', ACCOUNT_EDIT],
  ...nameList('accountgroup', ACCOUNT_GROUPS),
  ...nameList('department', DEPARTMENTS),
  ...nameList('expense', EXPENSES),
  ['expense.delete', EXPENSE_DELETE],
  ['expense.edit', EXPENSE_EDIT],
  ...nameList('hostingpartner', PARTNERS),
  ['hostingpartner.edit', HOSTINGPARTNER_EDIT],
  ['incident', INCIDENT],
  ['keepalive', KEEPALIVE],
  ...nameList('paidsupport', PACKS),
  ...nameList('payment', PAYMENTS),
  ['payment.setcanceled', buildSetPayment('9')],
  ['payment.setfraud', buildSetPayment('7')],
  ['payment.setinpay', buildSetPayment('2')],
  ['payment.setpaid', buildSetPayment('4')],
  ...nameList('project', PROJECT_LIST),
  ['project.support', PROJECT_SUPPORT],
  ['session.newkey', SESSION_NEWKEY],
  ...nameList('subaccount', SUBACCOUNTS),
  ['subaccount.edit', SUBACCOUNT_EDIT],
  ...nameList('user', USERS),
  ['whoami', WHOAMI],
]);

/** What every list comes with; functions that are named later take the place of these. */
function nameList<Row extends { id: string }>(func: string, list: List<Row>): [string, BillingFunction][] {
  return [
    [func, buildList(list)],
    [`${func}.edit`, buildForm(list)],
    [`${func}.filter`, buildFilterForm(list)],
    [`${func}.setfilter`, buildSetFilter(list)],
  ];
}
