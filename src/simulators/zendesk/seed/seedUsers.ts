import { readWireTime } from '../Desk';
import type { Desk } from '../Desk';
import { isStaff } from '../entities/SimUser';
import type { SimUser, UserRole } from '../entities/SimUser';
import { buildIdentity } from '../users/withIdentities';
import { findUserByEmail } from '../world/World';

/** The user of the OAuth client: whoever holds its token acts as them. */
export const INTEGRATION_EMAIL = 'bridge@agent.test';

type SeedUser = { email: string; name: string; role: UserRole; locale: string };

const SEED_USERS: readonly SeedUser[] = [
  { email: 'credits@client.test', name: 'Clara Weber', role: 'end-user', locale: 'en-US' },
  { email: 'empty@client.test', name: 'Егор Лапин', role: 'end-user', locale: 'ru' },
  { email: 'partner@client.test', name: 'Paula Novak', role: 'end-user', locale: 'en-US' },
  { email: 'nearly@client.test', name: 'Никита Орлов', role: 'end-user', locale: 'ru' },
  { email: 'two@client.test', name: 'Tom Doubleday', role: 'end-user', locale: 'en-US' },
  { email: 'unknown@client.test', name: 'Uma Keller', role: 'end-user', locale: 'en-US' },
  { email: 'care@agent.test', name: 'Carol Reyes', role: 'agent', locale: 'en-US' },
  { email: 'tech@agent.test', name: 'Тимур Ахметов', role: 'agent', locale: 'ru' },
  { email: 'admin@agent.test', name: 'Ada Marsh', role: 'admin', locale: 'en-US' },
  { email: INTEGRATION_EMAIL, name: 'Support Credits', role: 'admin', locale: 'en-US' },
];

/** Makes the ready-made people the only ones. Agents keep their ids, clients get new ones. */
export function seedUsers(desk: Desk): void {
  const { users } = desk.world;
  const seeded = SEED_USERS.map((wanted) => {
    const user = buildUser(desk, wanted);
    const earlier = findUserByEmail(desk.world, wanted.email);
    return earlier !== undefined && isStaff(earlier) ? { ...user, id: earlier.id } : user;
  });
  users.replaceAll(seeded);
}

/** A user (verified unless said otherwise) with nothing but a name, an address and a role. */
export function buildUser(
  desk: Desk,
  user: { email: string; name: string; role: UserRole; locale: string; verified?: boolean },
): SimUser {
  const now = readWireTime(desk.clock);
  const { verified = true } = user;
  return {
    id: desk.world.ids.nextId(),
    email: user.email,
    name: user.name,
    role: user.role,
    locale: user.locale,
    active: true,
    external_id: null,
    phone: null,
    identities: [buildIdentity(desk, { type: 'email', value: user.email, verified }, true)],
    details: '',
    notes: '',
    tags: [],
    user_fields: {},
    created_at: now,
    updated_at: now,
  };
}
