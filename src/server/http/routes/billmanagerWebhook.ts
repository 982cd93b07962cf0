import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Logger } from '../../../use-cases/ports/logger';
import { buildErrorHandler, sendRefusal } from '../sendError';
import { parseJsonBody, readSignedBody } from '../signedRequest';
import type { VerifySignature } from '../signedRequest';

/** What the route needs. */
export type BillmanagerWebhookDeps = {
  /** Undefined: no secret is set, and nobody can be believed. */
  verifyPush: VerifySignature | undefined;
  noteAccountChange: (billingAccountId: string) => Promise<'queued' | 'unknown_account'>;
  logger: Logger;
};

/** `event` is the panel's name of what happened; it is for the log only. */
const bodySchema = z.object({
  account: z.string().regex(/^[1-9]\d{0,18}$/),
  event: z.string().regex(/^[\w.]{1,64}$/),
  at: z.iso.datetime({ offset: true }),
});

const HEADERS = { signature: 'x-support-credits-signature', timestamp: 'x-support-credits-timestamp' };

const TIMEOUT_MS = 8_000;

/**
 * `POST /webhooks/billmanager`: «account N may have changed». Answers 200 once a reading of the account is durably queued,
 * or when nobody of that account was ever seen here; 409 or 503 when it could not be, which the sender sends again. 401 for
 * what is not signed with our secret, 400 for what makes no sense, 404 while no secret is set. News that come twice are
 * one reading; news that never come are found by looking anyway.
 */
export function registerBillmanagerWebhook(app: FastifyInstance, deps: BillmanagerWebhookDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'queue_unavailable'),
  };
  app.post('/webhooks/billmanager', options, async (request, reply) => {
    if (deps.verifyPush === undefined) return sendRefusal(request, reply, 'billing_webhook_off');
    const signed = readSignedBody(request, deps.verifyPush, HEADERS);
    if (!signed.ok) return sendRefusal(request, reply, signed.code, signed.reason);
    const body = bodySchema.safeParse(parseJsonBody(signed.rawBody)).data;
    if (body === undefined) return sendRefusal(request, reply, 'body_invalid');
    request.logFields['billingAccountId'] = body.account;
    request.logFields['event'] = body.event;
    request.logFields['outcome'] = await deps.noteAccountChange(body.account);
    return reply.send({});
  });
}
