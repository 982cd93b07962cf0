import type { SimUser } from '../../entities/SimUser';
import type { World } from '../../world/World';
import { toUserView } from './UserView';
import type { UserView } from './UserView';

/** The agent before the screen, with the groups that apps read of `currentUser`, each with its id and name (zendesk.md 2.1). */
export type AgentView = UserView & { groups: { id: number; name: string }[] };

/** The person with the groups they are in; deleted groups have no members. */
export function toAgentView({ groups, groupMemberships }: World, user: SimUser): AgentView {
  const memberships = groupMemberships.by('user', user.id);
  return {
    ...toUserView(user),
    groups: memberships.flatMap(({ group_id: groupId }) => {
      const group = groups.get(groupId);
      return group === undefined || group.deleted ? [] : [{ id: group.id, name: group.name }];
    }),
  };
}
