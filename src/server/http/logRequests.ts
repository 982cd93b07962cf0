import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../use-cases/ports/logger';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a route learned of its request and the log may know: ids and the outcome. */
    logFields: Record<string, unknown>;
  }
}

/** Asked every few seconds by the operator's machines; only their failures are worth a line. */
const QUIET_ROUTES = ['/healthz', '/readyz'];

/** One line when a request arrives and one when it is answered. Neither holds address, headers or body. */
export function logRequests(app: FastifyInstance, logger: Logger): void {
  app.decorateRequest('logFields');
  app.addHook('onRequest', async (request) => {
    request.logFields = {};
    const route = request.routeOptions.url;
    if (isQuiet(route)) return;
    logger.info({ requestId: request.id, method: request.method, route }, 'request received');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (isQuiet(route) && reply.statusCode === 200) return;
    const level = reply.statusCode >= 500 || reply.statusCode === 409 ? 'warn' : 'info';
    const fields = {
      requestId: request.id,
      route,
      outcome: 'done',
      ...request.logFields,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    };
    logger[level](fields, 'request answered');
  });
}

function isQuiet(route: string | undefined): boolean {
  return route !== undefined && QUIET_ROUTES.includes(route);
}
