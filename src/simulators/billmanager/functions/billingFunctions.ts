import { account } from './account';
import { accountEdit } from './accountEdit';
import { auth } from './auth';
import type { BillingFunction } from './billingFunction';
import { expense } from './expense';
import { hostingpartner } from './hostingpartner';
import { keepalive } from './keepalive';
import { paidsupport } from './paidsupport';
import { payment } from './payment';
import { project } from './project';
import { user } from './user';
import { userEdit } from './userEdit';
import { whoami } from './whoami';

/** Every function of the panel that this simulator knows, by its name on the wire. */
export const BILLING_FUNCTIONS: ReadonlyMap<string, BillingFunction> = new Map([
  ['account', account],
  ['account.edit', accountEdit],
  ['auth', auth],
  ['expense', expense],
  ['hostingpartner', hostingpartner],
  ['keepalive', keepalive],
  ['paidsupport', paidsupport],
  ['payment', payment],
  ['project', project],
  ['user', user],
  ['user.edit', userEdit],
  ['whoami', whoami],
]);
