import { toColumn } from '../../wire/columns';
import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { buildForm, findRow } from '../buildForm';
import { buildBadValue, buildMissed } from '../formErrors';
import { PARTNERS } from './partners';

const FORM = buildForm(PARTNERS, (row) => ({ incidentcount: toColumn(String(row.incidents)) }));

/** The form of a partner contract; saved, it changes the level and adds `incidentcount` incidents (billmanager.md 5). */
export const HOSTINGPARTNER_EDIT: BillingFunction = {
  level: 29,
  answer: (call) => {
    const { elid = '', sok, level = '', incidentcount = '0' } = call.params;
    if (sok === undefined) return FORM.answer(call);
    const row = findRow(PARTNERS, call, elid);
    if (row === undefined) return buildMissed(call, PARTNERS.object, elid);
    if (!/^\d{1,6}$/.test(incidentcount)) return buildBadValue(call, 'incidentcount');
    if (level !== '') row.level = level;
    row.incidents += Number(incidentcount);
    call.billing.store.changed();
    return buildSavedDocument(call, row.id);
  },
};
