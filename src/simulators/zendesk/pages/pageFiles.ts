import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the bundles of the pages from their folder, and the one style sheet, below `/pages/`. */
export function registerPageFiles(app: FastifyInstance, bundlesFolder: string): void {
  // Written as the bundler wants it: the file is then laid beside the bundle.
  const styles = readFileSync(fileURLToPath(new URL('./simulator.css', import.meta.url)), 'utf8');
  app.get('/pages/simulator.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(styles));
  app.register(fastifyStatic, { root: bundlesFolder, prefix: '/pages/', decorateReply: false });
}
