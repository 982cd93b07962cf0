import type { SimUser } from '../entities/SimUser';
import type { World } from '../world/World';

/**
 * The users that `query` or `external_id` asks for; all of them when neither is given. `email:<address>` matches the
 * whole address in any case, other words match part of a name or address (zendesk.md 8.3).
 */
export function searchUsers(world: World, asked: { query?: string; external_id?: string }): SimUser[] {
  const { query, external_id: externalId } = asked;
  if (externalId !== undefined) {
    return world.users.by('external_id', externalId.toLowerCase());
  }
  if (query === undefined) return world.users.all();
  const email = /^email:"?([^"\s]+)"?$/.exec(query.trim())?.[1]?.toLowerCase();
  if (email !== undefined) return world.users.by('email', email);
  const words = query.toLowerCase();
  return world.users.filter((user) => `${user.name} ${user.email}`.toLowerCase().includes(words));
}
