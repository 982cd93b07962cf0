import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { findUserByEmail } from '../world/World';

/** Pages for one kind of people: the path they lie below, and who may look at them. */
export type Audience = { path: '/agent' | '/hc'; includes(user: SimUser): boolean };

const LAST_USER_COOKIE = '_playground_last_user';

/**
 * Who looks at a page: whoever is signed in, if the page is for them, else the last one who was. An agent's page and
 * a client's page lie open side by side in one browser with one session, so each side remembers its own; opening a
 * page signs its user in again.
 */
export function readPageUser(
  request: FastifyRequest,
  reply: FastifyReply,
  { world, sessions }: PagesDeps,
  audience: Audience,
): SimUser | undefined {
  const current = sessions.userOf(request);
  const last = findUserByEmail(world, request.cookies[LAST_USER_COOKIE] ?? '');
  const user = [current, last].find((one) => one?.active === true && audience.includes(one));
  return user && signInForPage(user, reply, sessions, audience);
}

/** Signs in and remembers it for the pages of this audience. */
export function signInForPage(
  user: SimUser,
  reply: FastifyReply,
  sessions: PagesDeps['sessions'],
  { path }: Audience,
): SimUser {
  sessions.signIn(reply, user.email);
  reply.setCookie(LAST_USER_COOKIE, user.email, { path, httpOnly: true, sameSite: 'lax' });
  return user;
}
