import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/Caller';
import type { Origin } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { isStaff } from '../entities/SimUser';
import { buildVia, VIA_IDS } from '../entities/Via';
import {
  buildForbidden,
  buildRecordNotFound,
  buildUnauthenticated,
  VendorError,
} from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';
import { MINUTE_MS } from './rateLimits';
import type { RestDeps } from './RestDeps';

/** Anyone signed in; throws 401 otherwise, and 403 for a person who is suspended (inferred). */
export function requireCaller(deps: RestDeps, request: FastifyRequest): Caller {
  const caller = deps.readCaller(request);
  if (caller === undefined) throw buildUnauthenticated();
  if (caller.user.suspended === true) throw buildForbidden();
  return caller;
}

/** Agents and admins; throws 401 or 403 otherwise. */
export function requireStaff(deps: RestDeps, request: FastifyRequest): Caller {
  const caller = requireCaller(deps, request);
  if (!isStaff(caller.user)) throw buildForbidden();
  return caller;
}

/** Admins; throws 401 or 403 otherwise. */
export function requireAdmin(deps: RestDeps, request: FastifyRequest): Caller {
  const caller = requireCaller(deps, request);
  if (caller.user.role !== 'admin') throw buildForbidden();
  return caller;
}

/** The ticket of this id; throws 404 when there is none or it was deleted. */
export function requireTicket(deps: RestDeps, id: string): SimTicket {
  const ticket = deps.desk.world.tickets.get(Number(id));
  if (ticket === undefined || ticket.deleted) throw buildRecordNotFound();
  return ticket;
}

/** The object under this key of the body; `{}` when the body has none. */
export function readBodyObject(request: FastifyRequest, key: string): unknown {
  return isRecord(request.body) ? (request.body[key] ?? {}) : {};
}

export function toOrigin(caller: Caller): Origin {
  return { actor: caller.user, via: buildVia(caller.channel), viaId: VIA_IDS[caller.channel] };
}

/**
 * One more limit than the account's: sets its header and throws 429 when it is used up (zendesk.md 8.5). Nothing is
 * counted while limits are off.
 */
export function requireRate(
  deps: RestDeps,
  reply: FastifyReply,
  rate: { key: string; limit: number; windowMs?: number; header?: string },
): void {
  if (!deps.limits.areOn) return;
  const state = deps.rates.take(rate.key, rate.limit, rate.windowMs ?? MINUTE_MS);
  if (rate.header !== undefined) {
    reply.header(
      rate.header,
      `total=${String(state.limit)}; remaining=${String(state.remaining)}; resets=${String(state.resetsInS)}`,
    );
  }
  if (!state.isAllowed) throw buildTooMany(state.resetsInS);
}

export function buildTooMany(retryAfterS: number): VendorError {
  return new VendorError(
    429,
    { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
    { 'retry-after': String(retryAfterS) },
  );
}
