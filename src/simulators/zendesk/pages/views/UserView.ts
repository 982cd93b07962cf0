import type { SimUser } from '../../entities/SimUser';

/** What a page shows of a person. */
export type UserView = { id: number; name: string; email: string; role: SimUser['role']; locale: string };

/** The person as pages show them. */
export function toUserView({ id, name, email, role, locale }: SimUser): UserView {
  return { id, name, email, role, locale };
}
