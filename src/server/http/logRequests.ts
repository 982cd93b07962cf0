import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { toAddressKey } from './limits/toAddressKey';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a route learned of its request and the log may know: ids and the outcome. */
    logFields: Record<string, unknown>;
  }
}

/** Whatever a stranger asks for: an address that is none of ours must not become a name of its own. */
const NO_ROUTE = 'none';

/** Asked every few seconds by the operator's machines; only their failures are worth a line. */
const QUIET_ROUTES = ['/healthz', '/readyz'];

/**
 * One line when a request arrives and one when it is answered. Neither holds address, headers or body. Of an address from which
 * too much comes that proves nothing, each minute has one more line, so that nobody can fill the disk from outside. Answers are told
 * to the operator's machines as well, those to quiet routes too.
 */
export function logRequests(
  app: FastifyInstance,
  { logger, telemetry }: { logger: Logger; telemetry: Pick<Telemetry, 'noteAnswer'> },
): void {
  app.decorateRequest('logFields');
  app.addHook('onRequest', async (request) => {
    request.logFields = {};
    const route = request.routeOptions.url;
    if (isQuiet(route) || app.limits.strangers.isReached(toAddressKey(request.ip))) return;
    logger.info({ requestId: request.id, method: request.method, route }, 'request received');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    const { isQuiet: isOneOfMany, ...known } = request.logFields;
    const outcome = String(known['outcome'] ?? 'done');
    telemetry.noteAnswer({ route: route ?? NO_ROUTE, outcome, durationMs: reply.elapsedTime });
    if ((isQuiet(route) && reply.statusCode === 200) || isOneOfMany === true) return;
    const level = reply.statusCode >= 500 || [409, 429].includes(reply.statusCode) ? 'warn' : 'info';
    const fields = {
      requestId: request.id,
      route,
      ...known,
      outcome,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    };
    logger[level](fields, 'request answered');
  });
}

/** Whether nothing is said of a route as long as it answers as it should. */
export function isQuiet(route: string | undefined): boolean {
  return route !== undefined && QUIET_ROUTES.includes(route);
}
