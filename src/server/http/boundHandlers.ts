import { errorCodes } from 'fastify';
import type { FastifyInstance } from 'fastify';

/**
 * Answers for a handler that takes longer than its route's `handlerTimeout`, or `usualMs`. To be called before any route is
 * registered. fastify's own bound (5.12.8, lib/route.js) is taken away once the request has been read (`close` of the request): it holds
 * for those without a body alone, and a webhook would wait for as long as the database takes.
 */
export function boundHandlers(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRoute', (route) => {
    const { handler, handlerTimeout: timeoutMs = usualMs, url } = route;
    route.handler = async function (request, reply) {
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new errorCodes.FST_ERR_HANDLER_TIMEOUT(timeoutMs, url)), timeoutMs);
      });
      try {
        return await Promise.race([handler.call(this, request, reply), bound]);
      } finally {
        clearTimeout(timer);
      }
    };
  });
}
