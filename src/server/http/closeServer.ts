import type { FastifyInstance } from 'fastify';

/**
 * Ends the intake: no new connections, requests under way are answered, those that still come on a kept-alive connection
 * too. Connections that are open after `timeoutMs` are cut: the sidebar asks again by itself, and a webhook that got no
 * answer is sent again or found by the next look.
 */
export async function closeServer(app: FastifyInstance, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
