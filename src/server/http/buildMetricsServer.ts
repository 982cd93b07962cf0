import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';

/** A scraper waits ten seconds unless it is told otherwise. */
const HANDLER_TIMEOUT_MS = 8_000;
const RECEIVE_TIMEOUT_MS = 5_000;

/**
 * `GET /metrics` on a server of its own, which the operator's network alone may reach: nobody is asked who they are. There is
 * nothing else on it.
 */
export function buildMetricsServer(page: {
  contentType: string;
  render(): Promise<string>;
}): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: 1_024,
    requestTimeout: RECEIVE_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    forceCloseConnections: true,
  });
  app.get('/metrics', async (_request, reply) => reply.type(page.contentType).send(await page.render()));
  return app;
}
