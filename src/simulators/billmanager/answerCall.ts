import type { FunctionCall } from './functions/billingFunction';
import { BILLING_FUNCTIONS } from './functions/billingFunctions';
import { isLogin } from './sessions';
import type { WireNode } from './wire/columns';
import { buildAccessError, buildBadPasswordError } from './wire/errorDocuments';

/**
 * Answers one call of the panel's API. `authinfo` wins over a session; a wrong one is a wrong password, a missing
 * or old session is `access`, and so is a function that does not exist (billmanager.md 1.4).
 */
export function answerCall(call: FunctionCall, sessionId: string | undefined): WireNode {
  const found = BILLING_FUNCTIONS.get(call.func);
  if (found?.isOpen) return found.answer(call);
  const authinfo = call.params['authinfo'];
  if (authinfo !== undefined) {
    // The name ends at the first colon: a password may hold more of them.
    const [name = '', ...password] = authinfo.split(':');
    if (!isLogin(call.billing.login, name, password.join(':')))
      return buildBadPasswordError(call.remoteAddress);
  } else if (sessionId === undefined || !call.billing.sessions.use(sessionId)) {
    return buildAccessError(call.func);
  }
  return found === undefined ? buildAccessError(call.func) : found.answer(call);
}
