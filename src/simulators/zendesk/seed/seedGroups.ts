import { readWireTime } from '../Desk';
import type { Desk } from '../Desk';
import { findUserByEmail } from '../world/World';

/** The two lines as groups, with who is in them; the first group is the account's default. */
const SEED_GROUPS = [
  { name: 'Client care', members: ['care@agent.test', 'admin@agent.test', 'bridge@agent.test'] },
  { name: 'Technical support', members: ['tech@agent.test', 'admin@agent.test'] },
] as const;

/** Makes the groups. Agents keep their ids over a reset, so groups and memberships are made once. */
export function seedGroups(desk: Desk): void {
  const { world } = desk;
  const now = readWireTime(desk.clock);
  const times = { created_at: now, updated_at: now };
  SEED_GROUPS.forEach(({ name, members }, index) => {
    const group = world.groups.put({
      id: world.ids.nextId(),
      name,
      description: '',
      default: index === 0,
      deleted: false,
      is_public: true,
      ...times,
    });
    for (const email of members) {
      const user = findUserByEmail(world, email);
      if (user === undefined) continue;
      const isFirst = world.groupMemberships.by('user', user.id).length === 0;
      const ids = { id: world.ids.nextId(), user_id: user.id, group_id: group.id };
      world.groupMemberships.put({ ...ids, default: isFirst, ...times });
    }
  });
}
