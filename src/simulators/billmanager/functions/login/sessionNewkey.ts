import { findClient, toEmployee } from '../../access/logins';
import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { buildBadValue, buildMissed } from '../formErrors';

const MIN_KEY_LENGTH = 16;

/** Lets `username` log in once with `key` instead of a password (billmanager.md 2). */
export const SESSION_NEWKEY: BillingFunction = {
  level: 29,
  answer: (call) => {
    const { username, key = '' } = call.params;
    const { store, sessions, login } = call.billing;
    const isEmployee = username === undefined || username === login.name;
    const caller = isEmployee ? toEmployee(login) : findClient(store, username);
    if (caller === undefined) return buildMissed(call, 'user', username ?? '');
    if (key.length < MIN_KEY_LENGTH) return buildBadValue(call, 'key');
    sessions.allowKey(key, caller);
    return buildSavedDocument(call);
  },
};
