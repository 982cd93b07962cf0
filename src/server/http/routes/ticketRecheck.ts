import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../../use-cases/ports/logger';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { parseTicketId } from '../parseTicketId';
import { buildErrorHandler } from '../sendError';

/** What the route needs. */
export type TicketRecheckDeps = { queue: WorkQueue; logger: Logger };

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
    const ticketId = parseTicketId(request.params);
    request.logFields['ticketId'] = ticketId;
    await deps.queue.queueReconcile(ticketId);
    request.logFields['outcome'] = 'queued';
    return reply.code(202).send({});
  });
}
