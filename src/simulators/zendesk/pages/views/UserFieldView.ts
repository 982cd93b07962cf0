import type { FieldValueOfUser, SimUser } from '../../entities/SimUser';
import type { World } from '../../world/World';

/** A user field as agents see it in somebody's profile; `description` is '' where there is none. */
export type UserFieldView = {
  key: string;
  type: string;
  title: string;
  description: string;
  value: FieldValueOfUser;
};

/** Every active user field in its order, with what it holds for this person. */
export function readUserFields(world: World, user: SimUser): UserFieldView[] {
  return world.userFields
    .filter((field) => field.active)
    .sort((a, b) => a.position - b.position)
    .map(({ key, type, title, description }) => ({
      key,
      type,
      title,
      description,
      value: user.user_fields[key] ?? null,
    }));
}
