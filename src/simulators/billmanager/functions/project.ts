import { CURRENCY } from '../state/money';
import { toColumn } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';

/** The one provider of this panel; a single one has the id 1 (billmanager.md 3). */
export const PROJECT = { id: '1', name: 'ISPsystem' };

/** The providers, with the currency in which all their amounts are. */
export const project: BillingFunction = {
  answer: (call) =>
    buildListDocument(call, {
      rows: [
        {
          id: toColumn(PROJECT.id),
          name: toColumn(PROJECT.name),
          currency_str: toColumn(CURRENCY),
          site: toColumn('https://www.ispsystem.com'),
          billurl: toColumn(`${call.host}/billmgr`),
        },
      ],
      filters: [{ param: 'name', column: 'name', match: 'text' }],
    }),
};
