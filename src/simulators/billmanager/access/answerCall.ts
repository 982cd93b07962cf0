import type { Faults } from '../faults/parseFaults';
import type { WireCall } from '../functions/billingFunction';
import { BILLING_FUNCTIONS } from '../functions/billingFunctions';
import type { WireNode } from '../wire/columns';
import { wrapInEnvelope } from '../wire/envelope';
import { buildErrorDocument } from '../wire/errorDocuments';
import { readLang } from '../wire/words';
import { authenticate } from './authenticate';
import type { Caller } from './Caller';
import { answerAuth } from './answerAuth';
import { findClient } from './logins';
import { answerTotp } from './answerTotp';

/**
 * Answers one call of the panel's API. A missing or old session is `access`, and so is a function that does not exist or
 * that the caller has no right to (billmanager.md 1.4); someone who owes the second factor is told so instead of data.
 */
export function answerCall(call: WireCall, sessionId: string | undefined, faults: Faults): WireNode {
  const lang = readLang(call.params);
  const settings = call.billing.settings();
  if (settings.deniedAddresses?.includes(call.remoteAddress)) {
    return buildErrorDocument(lang, 'badAddress', { params: { value: call.remoteAddress } });
  }
  if (faults.requestInProcess === true) return buildErrorDocument(lang, 'busy', { params: {} });
  if (call.func === 'auth') return answerAuth(call);
  const session = authenticate(call, faults.expireSession === true ? undefined : sessionId);
  if ('error' in session) return session.error;
  if (!session.isConfirmed) {
    if (call.func === 'totp.confirm') return answerTotp(call, session.caller);
    return wrapInEnvelope(call, { ok: { $: 'func=totp.confirm' } });
  }
  const caller = switchUser(call, session.caller);
  const found = BILLING_FUNCTIONS.get(call.func);
  const isDenied = caller?.level === 29 && settings.deniedFunctions?.includes(call.func) === true;
  if (caller === undefined || found === undefined || found.level > caller.level || isDenied) {
    return buildErrorDocument(lang, 'access', { params: { value: call.func } });
  }
  return found.answer({ ...call, caller, seesHalf: faults.wrongLevel === true });
}

/** `su` lets an employee make this one call as a client (billmanager.md 1.1); undefined: there is no such client. */
function switchUser(call: WireCall, caller: Caller): Caller | undefined {
  const { su = '' } = call.params;
  return su === '' || caller.level < 29 ? caller : findClient(call.billing.store, su);
}
