import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** The bundles of `browser/` with their source maps; nothing else in their folder is served. */
const BUNDLES = ['agentPage.js', 'agentPage.js.map', 'helpCenter.js', 'helpCenter.js.map'];

/**
 * Serves the bundles of the pages and the one style sheet below `/pages/`. Bundles are read anew each time, so that a
 * rebuilt one is seen at once; one that was not built is answered 404. `themeScript` is a file that an admin put into the theme
 * of the help center.
 */
export function registerPageFiles(app: FastifyInstance, bundlesFolder: string, themeScript?: string): void {
  // Written as the bundler wants it: the file is then laid beside the bundle.
  const styles = readFileSync(fileURLToPath(new URL('./simulator.css', import.meta.url)), 'utf8');
  app.get('/pages/simulator.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(styles));
  const files = BUNDLES.map((name): [string, string] => [name, join(bundlesFolder, name)]);
  if (themeScript !== undefined) files.push(['theme.js', themeScript]);
  for (const [name, path] of files) {
    const type = name.endsWith('.map') ? 'application/json' : 'text/javascript; charset=utf-8';
    app.get(`/pages/${name}`, async (_request, reply) => {
      const content = await readFile(path).catch(() => undefined);
      if (content === undefined) return reply.code(404).send({ error: `${name} was not built.` });
      return reply.type(type).header('cache-control', 'no-cache').send(content);
    });
  }
}
