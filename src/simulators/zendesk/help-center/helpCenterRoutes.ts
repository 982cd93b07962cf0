import type { FastifyInstance } from 'fastify';
import type { Plan } from '../control/parsePlan';
import { buildRecordNotFound, buildUnauthenticated } from '../errors/VendorError';
import type { Sessions } from '../pagesPort';
import type { HelpCenterTokens } from './buildHelpCenterTokens';

/** What the routes need. */
export type HelpCenterDeps = { sessions: Sessions; tokens: HelpCenterTokens; readPlan(): Plan };

/**
 * The token for the end user of the session, and the public keys for anybody (zendesk.md 9): on an Enterprise plan, 404 on
 * others. Tokens carry the real time: it is the receiver's clock that judges them.
 */
export function registerHelpCenterRoutes(
  app: FastifyInstance,
  { sessions, tokens, readPlan }: HelpCenterDeps,
): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async () => {
      if (!readPlan().hasHelpCenterTokens) throw buildRecordNotFound();
    });
    scope.get('/api/v2/help_center/integration/token', async (request, reply) => {
      const user = sessions.userOf(request);
      if (user === undefined) throw buildUnauthenticated();
      return reply.header('cache-control', 'no-store').send({ token: tokens.sign(user, new Date()) });
    });
    scope.get('/api/v2/help_center/integration/keys', async () => tokens.keys());
  });
}
