import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/Caller';
import { MINUTE_MS } from './rateLimits';
import type { RateLimits } from './rateLimits';
import { requireRate } from './require';
import type { RestDeps } from './RestDeps';

/** A limit of one endpoint beside the account's (zendesk.md 8.5); `header` is told where the vendor has one. */
type EndpointLimit = {
  method: string;
  route: string;
  limit: Exclude<keyof RateLimits, 'areOn'>;
  windowMs?: number;
  header?: string;
  /** What is counted together, when it is not all calls of the account. */
  readKey?(request: FastifyRequest, caller: Caller): string;
};

const SECOND_MS = 1000;
const TEN_MINUTES_MS = 600_000;
const readTicketAndUser = (request: FastifyRequest, { user }: Caller): string =>
  `${String(user.id)}:${(request.params as { id: string }).id}`;

const ENDPOINT_LIMITS: readonly EndpointLimit[] = [
  {
    method: 'GET',
    route: '/api/v2/tickets',
    limit: 'ticketListsPerMinute',
    header: 'zendesk-ratelimit-tickets-index',
  },
  {
    method: 'PUT',
    route: '/api/v2/tickets/:id',
    limit: 'ticketUpdatesPerMinute',
    header: 'zendesk-ratelimit-tickets-update',
  },
  {
    method: 'PUT',
    route: '/api/v2/tickets/:id',
    limit: 'ticketUpdatesPer10Minutes',
    windowMs: TEN_MINUTES_MS,
    readKey: readTicketAndUser,
  },
  { method: 'GET', route: '/api/v2/tickets/:id/audits', limit: 'ticketAuditsPerMinute' },
  {
    method: 'GET',
    route: '/api/v2/incremental/tickets/cursor',
    limit: 'incrementalPerMinute',
    header: 'zendesk-ratelimit-incremental-exports',
  },
  { method: 'PUT', route: '/api/v2/users/:id', limit: 'userUpdatesPerSecond', windowMs: SECOND_MS },
  {
    method: 'POST',
    route: '/api/v2/users/create_or_update',
    limit: 'userUpdatesPerSecond',
    windowMs: SECOND_MS,
  },
  { method: 'POST', route: '/api/v2/apps/notify', limit: 'appNotificationsPerMinute' },
];

const BY_ROUTE = new Map<string, EndpointLimit[]>();
for (const one of ENDPOINT_LIMITS) {
  const name = `${one.method} ${one.route}`;
  BY_ROUTE.set(name, [...(BY_ROUTE.get(name) ?? []), one]);
}

/** Counts the call under the limits of its endpoint; throws 429 when one is used up. */
export function countEndpointCall(
  deps: RestDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller,
): void {
  for (const { limit, windowMs, header, readKey } of BY_ROUTE.get(readRoute(request)) ?? []) {
    requireRate(deps, reply, {
      key: `${limit} ${readKey?.(request, caller) ?? ''}`,
      limit: deps.limits[limit],
      windowMs: windowMs ?? MINUTE_MS,
      ...(header !== undefined && { header }),
    });
  }
}

function readRoute(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? ''}`;
}
