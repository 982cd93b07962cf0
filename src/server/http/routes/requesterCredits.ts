import type { FastifyInstance } from 'fastify';
import { clientViewSchema } from '../../../contract/creditsView';
import type { ClientView } from '../../../contract/creditsView';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import { parseId } from '../parseId';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler, sendRefusal } from '../sendError';

/** What the route needs. */
export type RequesterCreditsDeps = {
  readRequesterView: (requesterId: string) => Promise<Result<ClientView, 'requester_not_found'>>;
  logger: Logger;
};

/** The sidebar stops waiting after 12 s; it may have to wait for the helpdesk, and for billing to say who somebody is. */
const TIMEOUT_MS = 11_000;

/** `GET /v1/requesters/:id/credits`: what is shown of a requester before there is a ticket. */
export function registerRequesterCredits(app: FastifyInstance, deps: RequesterCreditsDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'billing_unavailable'),
  };
  app.get('/v1/requesters/:id/credits', options, async (request, reply) => {
    const requesterId = parseId(request.params);
    request.logFields['requesterId'] = requesterId;
    const view = await deps.readRequesterView(requesterId);
    if (!view.ok) return sendRefusal(request, reply, view.reason);
    return sendChecked(reply, clientViewSchema, view.value);
  });
}
