import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The second origin: the app's `assets/` folder below `/<appId>/assets/`, for reading only, open to every origin as
 * the vendor's own server does it (zendesk.md 5.2). Without a package there is nothing below it. Files are read anew
 * for each request, so that a rebuilt app is seen at once.
 */
export function buildAssetsApp(
  appPackageDir: string | undefined,
  appId: number | undefined,
): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
  });
  if (appPackageDir === undefined || appId === undefined) return app;
  const root = resolve(join(appPackageDir, 'assets'));
  app.get<{ Params: { '*': string } }>(`/${String(appId)}/assets/*`, async (request, reply) => {
    const path = resolve(root, request.params['*']);
    const content = path.startsWith(root + sep) ? await readFileIfThere(path) : undefined;
    if (content === undefined) return reply.code(404).send({ error: 'Not found' });
    const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
    return reply.type(type).header('cache-control', 'no-cache').send(content);
  });
  return app;
}

async function readFileIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}
