import type { FastifyRequest } from 'fastify';

/** The bearer token of a request; empty when it carries none. */
export function readBearer({ headers }: FastifyRequest): string {
  return /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}
