import type { FastifyInstance } from 'fastify';
import { buildUnauthenticated } from '../errors/VendorError';
import type { Sessions } from '../pagesPort';
import { isRecord } from '../wire/isRecord';

/**
 * `POST /access/login` with `{email}`, JSON or form: sets the session cookie. With `return_to`, a path of this
 * simulator, the answer leads there.
 */
export function registerSessionRoutes(app: FastifyInstance, sessions: Sessions): void {
  app.post('/access/login', async (request, reply) => {
    const body = isRecord(request.body) ? request.body : {};
    if (typeof body.email !== 'string' || !sessions.signIn(reply, body.email)) throw buildUnauthenticated();
    const { return_to: returnTo } = body;
    if (typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo)) return reply.redirect(returnTo, 303);
    return { ok: true };
  });
}
