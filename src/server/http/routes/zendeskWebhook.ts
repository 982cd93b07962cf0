import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { buildErrorHandler, sendRefusal } from '../sendError';

/** Believes a delivery of this moment or names why not. Whoever builds it knows secret and clock. */
export type VerifySignature = (delivery: {
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
}) => Result<void, 'signature_missing' | 'signature_invalid' | 'timestamp_stale'>;

/** What the route needs. */
export type ZendeskWebhookDeps = {
  verifySignature: VerifySignature;
  queue: WorkQueue;
  logger: Logger;
};

/** The trigger's body holds ids only, as text: they may be larger than a number can hold. */
const bodySchema = z.object({ ticket_id: z.string().regex(/^[1-9]\d{0,18}$/) });

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
    const rawBody = toRawBody(request.body);
    const verified = deps.verifySignature({
      signature: readHeader(request, 'x-zendesk-webhook-signature'),
      timestamp: readHeader(request, 'x-zendesk-webhook-signature-timestamp'),
      rawBody,
    });
    if (!verified.ok) {
      const code = verified.reason === 'timestamp_stale' ? 'timestamp_stale' : 'signature_invalid';
      return sendRefusal(request, reply, code, verified.reason);
    }
    const deliveryId = readHeader(request, 'x-zendesk-webhook-invocation-id');
    if (deliveryId !== undefined && /^[\w-]{1,64}$/.test(deliveryId))
      request.logFields['deliveryId'] = deliveryId;
    const ticketId = parseTicketId(rawBody);
    if (ticketId === undefined) return sendRefusal(request, reply, 'body_invalid');
    request.logFields['ticketId'] = ticketId;
    await deps.queue.queueReconcile(ticketId);
    request.logFields['outcome'] = 'queued';
    return reply.send({});
  });
}

function toRawBody(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** A header that was sent twice is no header of Zendesk's. */
function readHeader(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function parseTicketId(rawBody: Buffer): string | undefined {
  try {
    return bodySchema.safeParse(JSON.parse(rawBody.toString('utf8'))).data?.ticket_id;
  } catch {
    return undefined;
  }
}
