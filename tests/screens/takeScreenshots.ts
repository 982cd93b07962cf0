import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser';
import { EVERY_ADMIN_STATE } from './admin/everyAdminState';
import { EVERY_STATE } from './everyState';
import { serveApp } from './openSidebar';
import { showAdminState, showState } from './showState';
import type { Reader } from './showState';

const FOLDER = join(__dirname, '../../dist/screenshots');
const NARROW_PX = 320;
const WIDE_PX = 1100;
const READERS: Reader[] = ['en', 'ru'].flatMap((locale) =>
  ['light', 'dark'].map((colorScheme) => ({ locale, colorScheme })),
);

/** Screens of one kind: where their pictures go, how wide they are, and how one of them is shown. */
type Album<State extends { name: string }> = {
  folder: string;
  widthPx: number;
  states: readonly State[];
  show: (page: Page, state: State, reader: Reader) => Promise<Frame>;
};

/** `npm run screenshots [-- STATE…]`: a picture of every state of the built app, in both languages and colour schemes. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const choose = <State extends { name: string }>(states: readonly State[]) =>
    states.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const admin = { states: choose(EVERY_ADMIN_STATE), show: showAdminState };
  const browser = await openBrowser();
  const wide = [
    ...(await takeAlbum(browser, {
      folder: 'sidebar',
      widthPx: NARROW_PX,
      states: choose(EVERY_STATE),
      show: showState,
    })),
    ...(await takeAlbum(browser, { folder: 'admin', widthPx: WIDE_PX, ...admin })),
    ...(await takeAlbum(browser, { folder: 'admin-narrow', widthPx: NARROW_PX, ...admin })),
  ];
  await browser.close();
  for (const sentence of wide) console.error(sentence);
  if (wide.length > 0) process.exitCode = 1;
}

/** Takes all pictures of an album; answers a sentence for each state that is wider than its frame. */
async function takeAlbum<State extends { name: string }>(
  browser: Browser,
  album: Album<State>,
): Promise<string[]> {
  if (album.states.length === 0) return [];
  const folder = join(FOLDER, album.folder);
  await mkdir(folder, { recursive: true });
  const wide = await Promise.all(READERS.map((reader) => takeAll(browser, album, folder, reader)));
  console.log(`${album.states.length} states, 2 languages, 2 colour schemes: ${folder}`);
  return wide.flat();
}

async function takeAll<State extends { name: string }>(
  browser: Browser,
  { widthPx, states, show }: Album<State>,
  folder: string,
  reader: Reader,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: widthPx, height: 600 },
    deviceScaleFactor: widthPx > NARROW_PX ? 1 : 2,
    timezoneId: 'Europe/Moscow',
  });
  await serveApp(context);
  const page = await context.newPage();
  const wide: string[] = [];
  for (const state of states) {
    const frame = await show(page, state, reader);
    const foundPx = await frame.evaluate(() => document.documentElement.scrollWidth);
    const name = `${state.name}-${reader.locale}-${reader.colorScheme}`;
    if (foundPx > widthPx) wide.push(`${name}: ${foundPx} px wide`);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  await context.close();
  return wide;
}

void main();
