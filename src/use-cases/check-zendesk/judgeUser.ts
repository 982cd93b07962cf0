import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { SeenUser } from '../ports/deskInspection';
import type { Judgement } from './judgement';

/**
 * Whether the bridge is an admin whom nobody else uses: the export of changed tickets is answered to admins only, and what a
 * person does as this user cannot be told from what the bridge does.
 */
export function judgeUser({ name, role, lastSignInAt }: SeenUser): Judgement[] {
  if (role !== 'admin') {
    return [toFinding('user', 'problem', say('user_no_admin', { name, role }), say('user_make_admin'))];
  }
  if (lastSignInAt === undefined) return [toFinding('user', 'good', say('user_good', { name }))];
  const signedIn = say('user_signed_in', { name, day: lastSignInAt.slice(0, 10) });
  return [toFinding('user', 'note', signedIn, say('user_leave_alone'))];
}
