import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Logger } from '../../../use-cases/ports/logger';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { buildErrorHandler, sendRefusal } from '../sendError';
import { parseJsonBody, readHeader, readSignedBody } from '../signedRequest';
import type { VerifySignature } from '../signedRequest';

/** What the route needs. */
export type ZendeskWebhookDeps = {
  verifySignature: VerifySignature;
  queue: Pick<WorkQueue, 'queueReconcile'>;
  /** Keeps for the status that one came; nobody waits for it. */
  noteWebhook: () => void;
  logger: Logger;
};

/** The trigger's body holds ids only, as text: they may be larger than a number can hold. */
const bodySchema = z.object({ ticket_id: z.string().regex(/^[1-9]\d{0,18}$/) });

const HEADERS = {
  signature: 'x-zendesk-webhook-signature',
  timestamp: 'x-zendesk-webhook-signature-timestamp',
};

/** Zendesk gives a delivery 12 s (zendesk.md 7.4); after that our answer is lost. */
const TIMEOUT_MS = 8_000;

/**
 * `POST /webhooks/zendesk`: «ticket N may have changed». Answers 200 once the look at it is durably queued and 409, which
 * Zendesk sends again, when it could not be. What sending again cannot help is refused for good: 401 for a delivery
 * that is not signed by us, 400 for one that is but makes no sense. The same delivery five times is five times 200: the
 * queue coalesces.
 */
export function registerZendeskWebhook(app: FastifyInstance, deps: ZendeskWebhookDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'queue_unavailable'),
  };
  app.post('/webhooks/zendesk', options, async (request, reply) => {
    const signed = readSignedBody(request, deps.verifySignature, HEADERS);
    if (!signed.ok) return sendRefusal(request, reply, signed.code, signed.reason);
    const deliveryId = readHeader(request, 'x-zendesk-webhook-invocation-id');
    if (deliveryId !== undefined && /^[\w-]{1,64}$/.test(deliveryId))
      request.logFields['deliveryId'] = deliveryId;
    const ticketId = bodySchema.safeParse(parseJsonBody(signed.rawBody)).data?.ticket_id;
    if (ticketId === undefined) return sendRefusal(request, reply, 'body_invalid');
    request.logFields['ticketId'] = ticketId;
    await deps.queue.queueReconcile(ticketId);
    deps.noteWebhook();
    request.logFields['outcome'] = 'queued';
    return reply.send({});
  });
}
