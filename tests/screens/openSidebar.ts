import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, extname } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { runHost } from './hostScript';
import type { HostAnswers } from './hostScript';

const ASSETS = join(__dirname, '../../dist/app/assets');
const HOST_PAGE =
  '<!doctype html><body style="margin:0"><iframe style="display:block;border:0;width:100%;height:120px"></iframe>';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

/** The pages of the app: the sidebar's and the admins'. */
type AppFile = 'iframe.html' | 'admin.html';

/** Where the app of a context is served. */
const origins = new WeakMap<BrowserContext, string>();

/**
 * Serves the built app, with some files replaced, and an empty host page to this browser alone, on loopback and until the
 * context is closed. Files may be kept between pages, so that the browser keeps what it has compiled of them, too.
 */
export async function serveApp(
  context: BrowserContext,
  replaced: Record<string, Buffer> = {},
): Promise<void> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.replace('/assets/', '');
    const body = pathname === '/host' ? HOST_PAGE : (replaced[name] ?? readAsset(name));
    const type = pathname === '/host' ? 'text/html' : TYPES[extname(name)];
    response.writeHead(body ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'max-age=3600',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origins.set(context, `http://localhost:${(server.address() as AddressInfo).port}`);
  context.on('close', () => {
    server.close();
    server.closeAllConnections();
  });
}

function readAsset(name: string): Buffer | undefined {
  const path = join(ASSETS, name);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

/** Opens the sidebar in a new page of this context, as Zendesk would beside a ticket. */
export async function openSidebar(
  context: BrowserContext,
  answers: HostAnswers,
  slowDown = 1,
): Promise<{ page: Page; frame: Frame }> {
  const page = await context.newPage();
  await page.goto(`${originOf(page)}/host`);
  if (slowDown > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  }
  return { page, frame: await startApp(page, answers, 'iframe.html') };
}

/** Loads a page of the app into a page that may have shown another one, and answers its frame. */
export async function loadApp(
  page: Page,
  answers: HostAnswers,
  file: AppFile = 'iframe.html',
): Promise<Frame> {
  await page.goto(`${originOf(page)}/host`);
  return startApp(page, answers, file);
}

async function startApp(page: Page, answers: HostAnswers, file: AppFile): Promise<Frame> {
  await page.evaluate(runHost, answers);
  const origin = originOf(page);
  const query = `origin=${encodeURIComponent(origin)}&app_guid=guid`;
  await page.evaluate((src) => {
    document.querySelector('iframe')!.src = src;
  }, `${origin}/assets/${file}?${query}`);
  const frame = await (await page.$('iframe'))!.contentFrame();
  if (!frame) throw new Error('The host page has no frame.');
  return frame;
}

function originOf(page: Page): string {
  const origin = origins.get(page.context());
  if (origin === undefined) throw new Error('The app is not served to this context.');
  return origin;
}
