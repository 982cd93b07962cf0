import type { FastifyInstance } from 'fastify';
import { dryRunRequestSchema, dryRunSchema } from '../../../../contract/dryRun';
import type { DryRun, DryRunRequest } from '../../../../contract/dryRun';
import type { Result } from '../../../../domain/result';
import type { Logger } from '../../../../use-cases/ports/logger';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler, sendRefusal } from '../../sendError';
import { parseJsonBody } from '../../signedRequest';

/** What the route needs. */
export type DryRunRouteDeps = {
  dryRun: (request: DryRunRequest) => Promise<Result<DryRun, 'ticket_not_found'>>;
  logger: Logger;
};

/** The app stops waiting after 12 s. */
const TIMEOUT_MS = 11_000;

/** `POST /v1/admin/dry-run`: what would be decided, and why. A POST, since what is asked is a whole case; it changes nothing. */
export function registerDryRun(app: FastifyInstance, deps: DryRunRouteDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'zendesk_unavailable'),
  };
  app.post('/v1/admin/dry-run', options, async (request, reply) => {
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const asked = dryRunRequestSchema.safeParse(parseJsonBody(rawBody));
    if (!asked.success) return sendRefusal(request, reply, 'body_invalid');
    if (asked.data.kind === 'ticket') request.logFields['ticketId'] = asked.data.ticketId;
    const tried = await deps.dryRun(asked.data);
    if (!tried.ok) return sendRefusal(request, reply, tried.reason);
    return sendChecked(reply, dryRunSchema, tried.value);
  });
}
