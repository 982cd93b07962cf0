import type { FastifyInstance } from 'fastify';
import { buildUnauthenticated } from '../errors/VendorError';
import type { Sessions } from '../pagesPort';
import type { HelpCenterTokens } from './buildHelpCenterTokens';

/**
 * The token for the end user of the session, and the public keys for anybody (zendesk.md 9). An Enterprise plan, as the whole
 * account; what others answer, 404, is for tests to play. Tokens carry the real time: it is the receiver's clock that judges them.
 */
export function registerHelpCenterRoutes(
  app: FastifyInstance,
  sessions: Sessions,
  tokens: HelpCenterTokens,
): void {
  app.get('/api/v2/help_center/integration/token', async (request, reply) => {
    const user = sessions.userOf(request);
    if (user === undefined) throw buildUnauthenticated();
    return reply.header('cache-control', 'no-store').send({ token: tokens.sign(user, new Date()) });
  });
  app.get('/api/v2/help_center/integration/keys', async () => tokens.keys());
}
