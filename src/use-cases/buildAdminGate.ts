import type { Clock } from './ports/clock';
import type { Desk } from './ports/desk';

/** What asking for admins needs. */
export type AdminGateDeps = { desk: Pick<Desk, 'readUser'>; clock: Clock };

/** An admin page asks several things at once; somebody who is no admin any more is let in no longer than this. */
const REMEMBERED_MS = 60_000;

/** More people than this look at an admin page in no minute. */
const MAX_REMEMBERED = 1_000;

/** Tells whether a person is an admin of the helpdesk, asked once a minute for each. Fails with `AdapterError`. */
export function buildAdminGate({ desk, clock }: AdminGateDeps): (userId: string) => Promise<boolean> {
  const remembered = new Map<string, { isAdmin: boolean; at: number }>();
  return async (userId) => {
    const now = clock.now().getTime();
    const known = remembered.get(userId);
    if (known !== undefined && now - known.at < REMEMBERED_MS) return known.isAdmin;
    const user = await desk.readUser(userId);
    const isAdmin = user?.isAdmin ?? false;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(userId, { isAdmin, at: now });
    return isAdmin;
  };
}
