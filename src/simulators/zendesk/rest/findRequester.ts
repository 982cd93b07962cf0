import type { Desk } from '../Desk';
import type { SimUser } from '../entities/SimUser';
import { buildRecordInvalid } from '../errors/VendorError';
import { buildUser } from '../seed/seedUsers';
import { isRecord } from '../wire/isRecord';
import { findUserByEmail } from '../world/World';

/**
 * Who a new ticket is for when it names nobody by id: the `requester` of the input, made as an unverified end user
 * when the address is new, or else the caller.
 */
export function findRequester(desk: Desk, input: unknown, caller: SimUser): SimUser {
  const requester = isRecord(input) ? input.requester : undefined;
  if (!isRecord(requester)) return caller;
  const { email, name } = requester;
  if (typeof email !== 'string' || !email.includes('@')) {
    throw buildRecordInvalid({
      field: 'requester',
      description: 'Requester: Email: is invalid',
      error: 'InvalidValue',
    });
  }
  return findOrCreateUser(desk, email, typeof name === 'string' ? name : undefined);
}

/** The user with this address; a new one is an unverified end user called after the address. */
export function findOrCreateUser(desk: Desk, email: string, name?: string): SimUser {
  const known = findUserByEmail(desk.world, email);
  if (known !== undefined) return known;
  const user = buildUser(desk, {
    email: email.trim().toLowerCase(),
    name: name ?? email.split('@')[0] ?? email,
    role: 'end-user',
    locale: 'en-US',
    verified: false,
  });
  return desk.world.users.put(user);
}
