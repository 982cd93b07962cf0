import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../contract/errorBody';
import type { ErrorCode } from '../../contract/errorCodes';
import type { Logger } from '../../use-cases/ports/logger';
import { toErrorFields } from '../toErrorFields';
import type { RateLimit } from './limits/buildRateLimit';
import { toAddressKey } from './limits/toAddressKey';
import { toHttpError, toStatus } from './toHttpError';

declare module 'fastify' {
  interface FastifyInstance {
    /** Of strangers and of what is open by address, of believed tokens by token, of clients by person. */
    limits: Record<'strangers' | 'open' | 'token' | 'person', RateLimit>;
  }
}

/** What is answered to somebody who has proved nothing. */
const TO_STRANGERS: ReadonlySet<ErrorCode> = new Set([
  'unauthorized',
  'signature_invalid',
  'timestamp_stale',
  'billing_webhook_off',
  'not_found',
]);

/**
 * Answers a refusal: its code and the id of the request, nothing else. `reason` is for the log when it is finer. Who proves
 * nothing again and again is told to wait. Only then: whoever is believed is never refused for what others do from
 * the same address, and those of Zendesk are shared by all its customers.
 */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  reason: string = code,
): FastifyReply {
  const key = toAddressKey(request.ip);
  const refused = TO_STRANGERS.has(code) ? refuseBeyond(request, reply, 'strangers', key) : undefined;
  if (refused !== undefined) return refused;
  request.logFields['outcome'] = reason;
  return send(request, reply, { code, status: toStatus(code) });
}

/** Counts a request under a limit and refuses it when it goes beyond; undefined while it does not. */
export function refuseBeyond(
  request: FastifyRequest,
  reply: FastifyReply,
  limit: keyof FastifyRequest['server']['limits'],
  key: string,
): FastifyReply | undefined {
  const excess = request.server.limits[limit].take(key);
  if (excess === undefined) return undefined;
  const code = 'too_many_requests';
  // The log is not to grow with what is refused: the first of a minute stands for all.
  request.logFields = { ...request.logFields, outcome: code, limit, isQuiet: !excess.isFirst };
  void reply.header('retry-after', String(excess.retryAfterSeconds));
  return send(request, reply, { code, status: toStatus(code) });
}

/** Answers what a route threw, and logs it as far as {@link toErrorFields} lets it. */
export function buildErrorHandler(logger: Logger, onTimeout?: ErrorCode) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { code, status, logLevel } = toHttpError(error, onTimeout);
    request.logFields['outcome'] = code;
    if (logLevel !== 'info') {
      logger[logLevel](
        { requestId: request.id, ...request.logFields, ...toErrorFields(error) },
        'request failed',
      );
    }
    return send(request, reply, { code, status });
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  error: { code: ErrorCode; status: number },
): FastifyReply {
  const body: ErrorBody = { error: { code: error.code, requestId: request.id } };
  return reply.code(error.status).send(body);
}
