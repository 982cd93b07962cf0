import { wrapInEnvelope } from '../wire/envelope';
import { buildMissedError } from '../wire/errorDocuments';
import { toAccountRow } from './account';
import type { BillingFunction } from './billingFunction';

/** The form of one account, to look at; `country` is an internal id, resolved through `slist` (billmanager.md 3). */
export const accountEdit: BillingFunction = {
  answer: (call) => {
    const { elid = '' } = call.params;
    const { store } = call.billing;
    const row = store.rows().accounts.find((each) => each.id === elid);
    if (row === undefined) return buildMissedError('account', elid);
    return wrapInEnvelope(call, {
      elid: { $: elid },
      ...toAccountRow(store, row),
      country: { $: '56' },
      slist: [{ $name: 'country', val: [{ $key: '56', $: 'Germany' }] }],
    });
  },
};
