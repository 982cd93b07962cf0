import type { FastifyInstance } from 'fastify';
import { limitOpenRoute } from '../limits/requestLimits';

/** What the bridge needs to do its work; each is false when it does not have it. */
export type Readiness = { database: boolean; worker: boolean };

/** `GET /healthz`: the process lives. `GET /readyz`: database reachable and migrated, worker running; else 503. */
export function registerHealth(app: FastifyInstance, readReadiness: () => Promise<Readiness>): void {
  app.get('/healthz', { onRequest: limitOpenRoute }, async () => ({ alive: true }));
  app.get('/readyz', { onRequest: limitOpenRoute }, async (_request, reply) => {
    const readiness = await readReadiness();
    const isReady = Object.values(readiness).every(Boolean);
    return reply.status(isReady ? 200 : 503).send({ ready: isReady, ...readiness });
  });
}
