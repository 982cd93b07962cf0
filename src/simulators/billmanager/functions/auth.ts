import { isLogin } from '../sessions';
import { wrapInEnvelope } from '../wire/envelope';
import { buildBadPasswordError } from '../wire/errorDocuments';
import type { BillingFunction } from './billingFunction';

/** Opens a session for `username` and `password`; its id is both attribute and text (billmanager.md 2). */
export const auth: BillingFunction = {
  isOpen: true,
  answer: (call) => {
    const { username = '', password = '' } = call.params;
    if (!isLogin(call.billing.login, username, password)) return buildBadPasswordError(call.remoteAddress);
    const id = call.billing.sessions.open();
    return wrapInEnvelope(call, { auth: { $id: id, $level: '29', $: id } });
  },
};
