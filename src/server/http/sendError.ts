import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../contract/errorBody';
import type { ErrorCode } from '../../contract/errorCodes';
import type { Logger } from '../../use-cases/ports/logger';
import { toErrorFields } from '../toErrorFields';
import { toHttpError, toStatus } from './toHttpError';

/** Answers a refusal: its code and the id of the request, nothing else. `reason` is for the log when it is finer. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  reason: string = code,
): FastifyReply {
  request.logFields['outcome'] = reason;
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
