import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../use-cases/ports/clock';
import { refuseBeyond } from '../sendError';
import type { ServerBounds } from '../serverBounds';
import { buildRateLimit } from './buildRateLimit';
import { toAddressKey } from './toAddressKey';

/** Prepares the limits for all routes; none is refused by this alone. */
export function decorateLimits(app: FastifyInstance, bounds: ServerBounds, clock: Clock): void {
  app.decorate('limits', {
    strangers: buildRateLimit(bounds.strangersPerMinute, clock),
    open: buildRateLimit(bounds.openPerMinute, clock),
    token: buildRateLimit(bounds.tokenPerMinute, clock),
    person: buildRateLimit(bounds.personPerMinute, clock),
  });
}

/** For routes that anybody may read: limits them by address. */
export async function limitOpenRoute(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  return refuseBeyond(request, reply, 'open', toAddressKey(request.ip));
}

/** For a request whose token was believed. The token itself is not kept. */
export function limitToken(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const hash = createHash('sha256').update(request.headers.authorization ?? '');
  return refuseBeyond(request, reply, 'token', hash.digest('base64'));
}
