import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readBearer } from '../access/readBearer';
import { buildRecordNotFound } from '../errors/VendorError';
import { requireCaller } from './require';
import type { RestDeps } from './RestDeps';

const PATH = '/api/v2/oauth/tokens/current';
const CLIENT_ID = 40_610_274_100_001;

/** The token that asks, without its secret; who has none (a session, the playground's own word) has no token. */
export function registerCurrentTokenRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk, tokens } = deps;

  app.get(PATH, async (request) => {
    const { user } = requireCaller(deps, request);
    const token = tokens.read(readBearer(request));
    if (token === undefined) throw buildRecordNotFound();
    return {
      token: {
        url: `${desk.baseUrl()}/api/v2/oauth/tokens/${String(token.id)}.json`,
        id: token.id,
        user_id: user.id,
        client_id: CLIENT_ID,
        token: readBearer(request).slice(0, 10),
        scopes: token.scope.split(' '),
        created_at: new Date(token.createdAtMs).toISOString(),
        expires_at: new Date(token.expiresAtMs).toISOString(),
        used_at: desk.clock.now().toISOString(),
      },
    };
  });

  app.delete(PATH, async (request: FastifyRequest, reply) => {
    requireCaller(deps, request);
    if (tokens.read(readBearer(request)) === undefined) throw buildRecordNotFound();
    tokens.revoke(readBearer(request));
    return reply.code(204).send();
  });
}
