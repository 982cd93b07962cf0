import type { BillingFunction } from './billingFunction';
import { ACCOUNTS } from './clients/accounts';
import { ACCOUNT_EDIT } from './clients/accountEdit';
import { ACCOUNT_GROUPS } from './clients/accountGroups';
import { PARTNERS } from './clients/partners';
import { HOSTINGPARTNER_EDIT } from './clients/hostingpartnerEdit';
import { PROJECT_LIST } from './clients/projectList';
import { SUBACCOUNTS } from './clients/subaccounts';
import { SUBACCOUNT_EDIT } from './clients/subaccountEdit';
import { USERS } from './clients/users';
import { buildForm } from './buildForm';
import { buildList } from './buildList';
import type { List } from './buildList';
import { KEEPALIVE } from './login/keepalive';
import { SESSION_NEWKEY } from './login/sessionNewkey';
import { WHOAMI } from './login/whoami';
import { EXPENSES } from './money/expenses';
import { EXPENSE_DELETE } from './money/expenseDelete';
import { EXPENSE_EDIT } from './money/expenseEdit';
import { PAYMENTS } from './money/payments';
import { buildSetPayment } from './money/buildSetPayment';
import { buildFilterForm, buildSetFilter } from './savedFilters';
import { DEPARTMENTS } from './support/departments';
import { INCIDENT } from './support/incident';
import { PACKS } from './support/packs';
import { PROJECT_SUPPORT } from './support/projectSupport';

/** The functions that a caller who is logged in can ask for, by their names on the wire. */
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
