import type { FastifyInstance } from 'fastify';

/** One way into the bridge, with the names of its parameters as they were registered. */
export type Route = { method: string; path: string };

/**
 * Every route of a bridge, read from the bridge itself, so that none can be forgotten. What is shared by several stands above
 * them in the tree that the framework prints; a wildcard is printed without what stands before it.
 */
export async function listRoutes(app: FastifyInstance): Promise<Route[]> {
  await app.ready();
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] =
        /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (methods === '') return [];
      const depth = indent.length / 4;
      const path = part === '*' ? '/v1/client/*' : above.slice(0, depth).join('') + part;
      above[depth] = part;
      return methods.split(', ').map((method) => ({ method, path }));
    });
}
