import type { WireCall } from '../functions/billingFunction';
import type { WireNode } from '../wire/columns';
import { wrapInEnvelope } from '../wire/envelope';
import { buildErrorDocument } from '../wire/errorDocuments';
import { readLang } from '../wire/words';
import { buildBadPassword, toSession } from './authenticate';
import type { Caller } from './Caller';
import { findByPassword } from './logins';
import type { Session } from './sessions';

/** Opens a session for `username` with `password`, or with the `key` that `session.newkey` left (billmanager.md 2). */
export function answerAuth(call: WireCall): WireNode {
  const { username = '', password = '', key } = call.params;
  if (call.billing.settings().captcha === true && key === undefined) {
    return buildErrorDocument(readLang(call.params), 'captcha', { params: {} });
  }
  const caller =
    key === undefined
      ? findByPassword(call.billing, { name: username, password })
      : takeKey(call, key, username);
  if (caller === undefined) return buildBadPassword(call);
  return openSession(call, toSession(call, caller));
}

/** The answer that names a new session; its id is both attribute and text. */
export function openSession(call: WireCall, session: Session): WireNode {
  const id = call.billing.sessions.open(session);
  return wrapInEnvelope(call, { auth: { $id: id, $level: String(session.caller.level), $: id } });
}

function takeKey(call: WireCall, key: string, username: string): Caller | undefined {
  const caller = call.billing.sessions.takeKey(key);
  return caller?.name === username ? caller : undefined;
}
