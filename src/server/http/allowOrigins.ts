import type { FastifyInstance } from 'fastify';

/** A browser asks again after so long whether it may. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of these origins, and of no other, read answers of the routes below. That keeps browsers of others out, not
 * programs: who asks is proved by the token alone.
 */
export function allowOrigins(scope: FastifyInstance, origins: readonly string[]): void {
  scope.addHook('onRequest', async (request, reply) => {
    void reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    void reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS') return;
    void reply.headers({
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    });
  });
}
