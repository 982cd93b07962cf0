import { CURRENCY } from '../state/money';
import { wrapInEnvelope } from '../wire/envelope';
import type { BillingFunction } from './billingFunction';

/** The caller itself, all in attributes (billmanager.md 3). The service user is an employee: level 29, no money. */
export const whoami: BillingFunction = {
  answer: (call) =>
    wrapInEnvelope(call, {
      user: {
        $id: '3',
        $name: call.billing.login.name,
        $realname: 'Support bridge',
        $email: `${call.billing.login.name}@staff.test`,
        $phone: '',
        $level: '29',
        $balance: '0.00',
        $currency: CURRENCY,
        $email_verified: 'on',
      },
    }),
};
