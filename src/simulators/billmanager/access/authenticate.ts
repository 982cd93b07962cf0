import type { WireCall } from '../functions/billingFunction';
import type { WireNode } from '../wire/columns';
import { buildErrorDocument } from '../wire/errorDocuments';
import { readLang } from '../wire/words';
import type { Caller } from './Caller';
import { findByPassword } from './logins';
import type { Session } from './sessions';

/**
 * Who makes a call: by `authinfo`, which is `login:password` and wins over a session, else by the session. The name ends
 * at the first colon, since a password may hold more of them.
 */
export function authenticate(call: WireCall, sessionId: string | undefined): Session | { error: WireNode } {
  const lang = readLang(call.params);
  const { billing, remoteAddress } = call;
  const authinfo = call.params['authinfo'];
  if (authinfo === undefined) {
    const session = sessionId === undefined ? undefined : billing.sessions.use(sessionId);
    return session ?? { error: buildErrorDocument(lang, 'access', { params: { value: call.func } }) };
  }
  const { authinfoFrom } = billing.settings();
  if (authinfoFrom !== undefined && !authinfoFrom.includes(remoteAddress)) {
    const params = { value: remoteAddress };
    return { error: buildErrorDocument(lang, 'authinfoRestricted', { params }) };
  }
  const [name = '', ...password] = authinfo.split(':');
  const caller = findByPassword(billing, { name, password: password.join(':') });
  return caller === undefined ? { error: buildBadPassword(call) } : toSession(call, caller);
}

/** A session of someone whose password was right; the service user may owe a second factor. */
export function toSession(call: WireCall, caller: Caller): Session {
  const owesFactor = caller.level === 29 && call.billing.settings().totp !== undefined;
  return { caller, isConfirmed: !owesFactor };
}

/** The wrong login, word for word as in billmanager.md 1.2. */
export function buildBadPassword(call: WireCall): WireNode {
  const params = { value: `remote_addr: [${call.remoteAddress}]` };
  return buildErrorDocument(readLang(call.params), 'badPassword', { params });
}
