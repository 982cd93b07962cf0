import { readWireTime } from '../Desk';
import type { Desk } from '../Desk';
import type { IdentityInput, SimIdentity } from '../entities/SimIdentity';
import type { SimUser } from '../entities/SimUser';

/**
 * The user with these identities added, those aside that they have already, and with the address verified or not where
 * that is said.
 */
export function withIdentities(
  desk: Desk,
  user: SimUser,
  {
    verified,
    identities = [],
  }: { verified?: boolean | undefined; identities?: readonly IdentityInput[] | undefined },
): SimUser {
  const known = user.identities.map((one) =>
    one.type === 'email' && one.primary && verified !== undefined ? { ...one, verified } : one,
  );
  const added = identities.filter(({ type, value }) =>
    known.every((one) => one.type !== type || one.value !== value),
  );
  return { ...user, identities: [...known, ...added.map((input) => buildIdentity(desk, input, false))] };
}

/** An identity of its own id; `primary` is what people of its kind are written to by. */
export function buildIdentity(desk: Desk, input: IdentityInput, primary: boolean): SimIdentity {
  const now = readWireTime(desk.clock);
  return { id: desk.world.ids.nextId(), ...input, primary, created_at: now, updated_at: now };
}
