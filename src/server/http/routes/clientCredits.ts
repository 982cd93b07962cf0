import type { FastifyInstance } from 'fastify';
import { clientCreditsSchema } from '../../../contract/clientCredits';
import type { ClientCredits } from '../../../contract/clientCredits';
import type { Logger } from '../../../use-cases/ports/logger';
import { readPersonId } from '../requirePerson';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler } from '../sendError';

/** What the route needs. */
export type ClientCreditsDeps = {
  readClientCredits: (userId: string) => Promise<ClientCredits>;
  logger: Logger;
};

/** The page stops waiting after 8 s; the helpdesk and billing may have to say first who somebody is. */
const TIMEOUT_MS = 7_500;

/** `GET /v1/client/credits`: what a client is told of the own account. */
export function registerClientCredits(app: FastifyInstance, deps: ClientCreditsDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'billing_unavailable'),
  };
  app.get('/v1/client/credits', options, async (request, reply) =>
    sendChecked(reply, clientCreditsSchema, await deps.readClientCredits(readPersonId(request))),
  );
}
