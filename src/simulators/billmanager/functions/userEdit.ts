import { wrapInEnvelope } from '../wire/envelope';
import { buildMissedError } from '../wire/errorDocuments';
import type { BillingFunction } from './billingFunction';
import { readAccountNames } from './readAccountNames';
import { toUserRow } from './user';

/** The form of one user, to look at: its fields stand at the document itself (billmanager.md 1.2). */
export const userEdit: BillingFunction = {
  answer: (call) => {
    const { elid = '' } = call.params;
    const { store } = call.billing;
    const row = store.rows().users.find((each) => each.id === elid);
    if (row === undefined) return buildMissedError('user', elid);
    return wrapInEnvelope(call, { elid: { $: elid }, ...toUserRow(readAccountNames(store), row) });
  },
};
