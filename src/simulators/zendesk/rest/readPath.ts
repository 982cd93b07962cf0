import type { FastifyRequest } from 'fastify';

/** The path as it was asked for, without the query: no secret of it lands in a list. */
export function readPath(request: FastifyRequest): string {
  return request.originalUrl.split('?')[0] ?? '';
}
