import type { BillingStore } from '../state/billingStore';
import type { Caller } from './Caller';

/** The one service user of the simulated panel. */
export type Login = { name: string; password: string };

/** With this password every client logs in to the client area, under the e-mail. */
const CLIENT_PASSWORD = 'client';

/** The service user as a caller. */
export function toEmployee(login: Login): Caller {
  return { userId: '3', name: login.name, realname: 'Support bridge', level: 29 };
}

/** Who logs in with this name and password, or undefined. */
export function findByPassword(
  users: { store: BillingStore; login: Login },
  credentials: { name: string; password: string },
): Caller | undefined {
  const { name, password } = credentials;
  if (name === users.login.name)
    return password === users.login.password ? toEmployee(users.login) : undefined;
  return password === CLIENT_PASSWORD ? findClient(users.store, name) : undefined;
}

/** The client with this login or user id; of several users with one e-mail the first (billmanager.md 1.1, `su`). */
export function findClient(store: BillingStore, nameOrId: string): Caller | undefined {
  const folded = nameOrId.toLowerCase();
  const user = store.rows().users.find((row) => row.email.toLowerCase() === folded || row.id === nameOrId);
  return (
    user && {
      userId: user.id,
      name: user.email,
      realname: user.realname,
      level: 16,
      accountId: user.accountId,
    }
  );
}
