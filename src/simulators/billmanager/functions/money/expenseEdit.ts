import { toDay } from '../../state/days';
import { parseAmountCents } from '../../state/money';
import { chargeByHand } from '../../state/purchases';
import type { WireNode } from '../../wire/columns';
import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction, FunctionCall } from '../billingFunction';
import { buildForm, findRow } from '../buildForm';
import { buildBadValue, buildMissed } from '../formErrors';
import { EXPENSES } from './expenses';

const FORM = buildForm(EXPENSES);

/**
 * The form of one charge (billmanager.md 4.2). Saved, it changes `amount`, which names no currency here, and `name`;
 * without `elid` it charges a `subaccount` by hand, as staff do for a ticket (billmanager.md 6).
 */
export const EXPENSE_EDIT: BillingFunction = {
  level: 29,
  answer: (call) => {
    if (call.params['sok'] === undefined) return FORM.answer(call);
    return call.params['elid'] === undefined ? create(call) : change(call, call.params['elid']);
  },
};

function change(call: FunctionCall, elid: string): WireNode {
  const { amount, name = '' } = call.params;
  const row = findRow(EXPENSES, call, elid);
  if (row === undefined) return buildMissed(call, EXPENSES.object, elid);
  const amountCents = amount === undefined ? row.amountCents : parseAmountCents(amount);
  if (amountCents === undefined) return buildBadValue(call, 'amount');
  // The tax keeps its share of the amount.
  row.taxCents = row.amountCents === 0 ? 0 : Math.round((row.taxCents * amountCents) / row.amountCents);
  row.amountCents = amountCents;
  if (name !== '') row.localeName = name;
  call.billing.store.changed();
  return buildSavedDocument(call, row.id);
}

function create(call: FunctionCall): WireNode {
  const { subaccount = '', amount, name = '', taxrate = '0' } = call.params;
  const { store, clock } = call.billing;
  const account = store.rows().accounts.find((row) => row.subaccountId === subaccount);
  if (account === undefined) return buildMissed(call, 'subaccount', subaccount);
  const amountCents = parseAmountCents(amount);
  if (amountCents === undefined) return buildBadValue(call, 'amount');
  if (!/^\d{1,2}$/.test(taxrate)) return buildBadValue(call, 'taxrate');
  const taxPercent = Number(taxrate);
  const charge = { accountId: account.id, amountCents, taxPercent, name, day: toDay(clock.now()) };
  return buildSavedDocument(call, chargeByHand(store, charge));
}
