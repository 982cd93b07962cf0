import type { Sessions } from '../pagesPort';
import { findUserByEmail } from '../world/World';
import type { World } from '../world/World';

/** The cookie of the simulated sign-in; it holds the address, so that it outlives restarts and resets. */
const SESSION_COOKIE = '_playground_session';

/** Sessions by cookie. There is no password: whoever reaches the playground may be anyone in it. */
export function buildSessions(world: World): Sessions {
  return {
    userOf(request) {
      const email = request.cookies[SESSION_COOKIE];
      return email === undefined ? undefined : findUserByEmail(world, email);
    },
    signIn(reply, email) {
      const user = findUserByEmail(world, email);
      if (user === undefined) return false;
      reply.setCookie(SESSION_COOKIE, user.email, { path: '/', httpOnly: true, sameSite: 'lax' });
      return true;
    },
  };
}
