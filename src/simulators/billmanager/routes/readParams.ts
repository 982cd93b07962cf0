import type { FastifyRequest } from 'fastify';

/** The parameters of a call, decoded: the query's and over them the form's; of a repeated one the last counts. */
export function readParams(request: FastifyRequest): Record<string, string> {
  const sources = [request.query, request.body].filter((source) => isObject(source));
  return Object.fromEntries(
    sources.flatMap((source) =>
      Object.entries(source).map(([name, value]) => [
        name,
        String(Array.isArray(value) ? value[value.length - 1] : value),
      ]),
    ),
  );
}

/** The session of a call: the parameter `auth`, else the cookie `billmgrses5` (billmanager.md 1.1). */
export function readSessionId(request: FastifyRequest): string | undefined {
  const cookie = /(?:^|;\s*)billmgrses5=([^;]*)/.exec(request.headers.cookie ?? '');
  return readParams(request)['auth'] ?? cookie?.[1];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
