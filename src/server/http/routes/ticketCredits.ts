import type { FastifyInstance } from 'fastify';
import { creditsViewSchema } from '../../../contract/creditsView';
import type { CreditsView } from '../../../contract/creditsView';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import { parseId } from '../parseId';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler, sendRefusal } from '../sendError';

/** What the route needs. */
export type TicketCreditsDeps = {
  readCreditsView: (ticketId: string) => Promise<Result<CreditsView, 'ticket_not_found'>>;
  logger: Logger;
};

/** The sidebar stops waiting after 12 s; all that it may wait for is a first reading of the ticket. */
const TIMEOUT_MS = 11_000;

/** `GET /v1/tickets/:id/credits`: everything that the sidebar shows at first look. */
export function registerTicketCredits(app: FastifyInstance, deps: TicketCreditsDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'zendesk_unavailable'),
  };
  app.get('/v1/tickets/:id/credits', options, async (request, reply) => {
    const ticketId = parseId(request.params);
    request.logFields['ticketId'] = ticketId;
    const view = await deps.readCreditsView(ticketId);
    if (!view.ok) return sendRefusal(request, reply, view.reason);
    return sendChecked(reply, creditsViewSchema, view.value);
  });
}
