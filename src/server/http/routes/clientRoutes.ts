import type { FastifyInstance } from 'fastify';
import { publicRulesSchema } from '../../../contract/clientCredits';
import type { PublicRules } from '../../../contract/clientCredits';
import type { Logger } from '../../../use-cases/ports/logger';
import type { ClientTokens } from '../../../use-cases/ports/clientTokens';
import { allowOrigins } from '../allowOrigins';
import { limitOpenRoute } from '../limits/requestLimits';
import { requirePerson } from '../requirePerson';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler } from '../sendError';
import { registerClientCredits } from './clientCredits';
import type { ClientCreditsDeps } from './clientCredits';
import { registerClientHistory } from './clientHistory';
import type { ClientHistoryDeps } from './clientHistory';

/** What the routes for clients need. */
export type ClientDeps = ClientCreditsDeps &
  ClientHistoryDeps & {
    clientTokens: ClientTokens;
    /** Origins of the help center. */
    helpCenterOrigins: readonly string[];
    readPublicRules: () => PublicRules;
    logger: Logger;
  };

/**
 * Everything below `/v1/client`, for the help center. `/v1/client/rules` tells anybody what is published; the others believe
 * the help center's token alone, before anything else of the request is read: whose account it is about is never said otherwise.
 */
export function registerClientRoutes(app: FastifyInstance, deps: ClientDeps): void {
  app.register(async (scope) => {
    allowOrigins(scope, deps.helpCenterOrigins);
    scope.options('/v1/client/*', { onRequest: limitOpenRoute }, (_request, reply) => reply.code(204).send());
    scope.get('/v1/client/rules', { onRequest: limitOpenRoute }, (_request, reply) =>
      sendChecked(reply, publicRulesSchema, deps.readPublicRules()),
    );
    scope.register(async (known) => {
      known.setErrorHandler(buildErrorHandler(deps.logger, 'zendesk_unavailable'));
      requirePerson(known, deps.clientTokens);
      registerClientCredits(known, deps);
      registerClientHistory(known, deps);
    });
  });
}
