import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../../use-cases/ports/logger';
import { parseId } from '../parseId';
import { buildErrorHandler } from '../sendError';

/** What the route needs. */
export type TicketRecheckDeps = { recheckTicket: (ticketId: string) => Promise<void>; logger: Logger };

const TIMEOUT_MS = 8_000;

/**
 * `POST /v1/tickets/:id/recheck`: asks for a look at the ticket and answers 202 once it is durably queued. A ticket that
 * does not exist is only found out by that look.
 */
export function registerTicketRecheck(app: FastifyInstance, deps: TicketRecheckDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'queue_unavailable'),
  };
  app.post('/v1/tickets/:id/recheck', options, async (request, reply) => {
    const ticketId = parseId(request.params);
    request.logFields['ticketId'] = ticketId;
    await deps.recheckTicket(ticketId);
    request.logFields['outcome'] = 'queued';
    return reply.code(202).send({});
  });
}
