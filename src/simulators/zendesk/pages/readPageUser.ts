import type { FastifyRequest } from 'fastify';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { findUserByEmail } from '../world/World';

const PLAYGROUND_BEARER = /^Bearer playground:(.+)$/;

/**
 * Who asks: the person that the page was opened as, else whoever is signed in. A page says who it was opened as, as
 * `Authorization: Bearer playground:<email>`: one browser has one cookie, and an agent's page and a client's page
 * lie open in it side by side.
 */
export function readPageUser(request: FastifyRequest, { world, sessions }: PagesDeps): SimUser | undefined {
  const email = PLAYGROUND_BEARER.exec(request.headers.authorization ?? '')?.[1];
  return email === undefined ? sessions.userOf(request) : findUserByEmail(world, email);
}
