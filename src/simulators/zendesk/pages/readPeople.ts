import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import { INTEGRATION_EMAIL } from '../seed/seedUsers';
import type { World } from '../world/World';

/**
 * The people one can look at the pages as. Agents stand before admins, so that the first of the staff is an ordinary
 * agent; the integration user works through the API only and is left out.
 */
export function readPeople(world: World): { staff: SimUser[]; clients: SimUser[] } {
  const people = world.users.filter((user) => user.active && user.email !== INTEGRATION_EMAIL);
  const withRole = (role: SimUser['role']) => people.filter((user) => user.role === role);
  return {
    staff: [...withRole('agent'), ...withRole('admin')],
    clients: people.filter((user) => !isStaff(user)),
  };
}
