import { readFile } from 'node:fs/promises';
import { join, extname } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { runHost } from './hostScript';
import type { HostAnswers } from './hostScript';

const ASSETS = join(__dirname, '../../dist/app/assets');
const HOST = 'http://localhost:9';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

/** The pages of the app: the sidebar's and the admins'. */
type AppFile = 'iframe.html' | 'admin.html';

/** Serves the built app, with some files replaced, and an empty host page to this browser, without a server or the net. */
export async function serveApp(
  context: BrowserContext,
  replaced: Record<string, Buffer> = {},
): Promise<void> {
  await context.route(`${HOST}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/host') {
      const body =
        '<!doctype html><body style="margin:0"><iframe style="display:block;border:0;width:100%;height:120px"></iframe>';
      return route.fulfill({ contentType: 'text/html', body });
    }
    const name = pathname.replace('/assets/', '');
    const body = replaced[name] ?? (await readFile(join(ASSETS, name)).catch(() => undefined));
    return body
      ? route.fulfill({ contentType: TYPES[extname(pathname)] ?? 'application/octet-stream', body })
      : route.fulfill({ status: 404, body: '' });
  });
}

/** Opens the sidebar in a new page of this context, as Zendesk would beside a ticket. */
export async function openSidebar(
  context: BrowserContext,
  answers: HostAnswers,
  slowDown = 1,
): Promise<{ page: Page; frame: Frame }> {
  const page = await context.newPage();
  await page.goto(`${HOST}/host`);
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
  await page.goto(`${HOST}/host`);
  return startApp(page, answers, file);
}

async function startApp(page: Page, answers: HostAnswers, file: AppFile): Promise<Frame> {
  await page.evaluate(runHost, answers);
  const query = `origin=${encodeURIComponent(HOST)}&app_guid=guid`;
  await page.evaluate((src) => {
    document.querySelector('iframe')!.src = src;
  }, `${HOST}/assets/${file}?${query}`);
  const frame = await (await page.$('iframe'))!.contentFrame();
  if (!frame) throw new Error('The host page has no frame.');
  return frame;
}
