import { parseAmountCents } from '../../state/money';
import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { buildForm, findRow } from '../buildForm';
import { buildBadValue, buildMissed } from '../formErrors';
import { EXPENSES } from './expenses';

const FORM = buildForm(EXPENSES);

/** The form of one charge; saved, it changes `amount`, which has no currency here, and `name` (billmanager.md 4.2). */
export const EXPENSE_EDIT: BillingFunction = {
  level: 29,
  answer: (call) => {
    const { elid = '', sok, amount, name } = call.params;
    if (sok === undefined) return FORM.answer(call);
    const row = findRow(EXPENSES, call, elid);
    if (row === undefined) return buildMissed(call, EXPENSES.object, elid);
    const amountCents = amount === undefined ? row.amountCents : parseAmountCents(amount);
    if (amountCents === undefined) return buildBadValue(call, 'amount');
    // The tax keeps its share of the amount.
    row.taxCents = row.amountCents === 0 ? 0 : Math.round((row.taxCents * amountCents) / row.amountCents);
    row.amountCents = amountCents;
    if (name !== undefined && name !== '') row.localeName = name;
    call.billing.store.changed();
    return buildSavedDocument(call, row.id);
  },
};
