import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../e2e/browser';
import { EVERY_STATE } from './everyState';
import { serveApp } from './openSidebar';
import { showState } from './showState';
import type { Reader } from './showState';
import type { ScreenState } from './states';

const FOLDER = join(__dirname, '../../dist/screenshots/sidebar');
const WIDTH_PX = 320;
const READERS: Reader[] = ['en', 'ru'].flatMap((locale) =>
  ['light', 'dark'].map((colorScheme) => ({ locale, colorScheme })),
);

/** `npm run screenshots [-- STATE…]`: a picture of every state of the built sidebar, in both languages and colour schemes. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const states = EVERY_STATE.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser();
  const wide = await Promise.all(READERS.map((reader) => takeAll(browser, states, reader)));
  await browser.close();
  for (const sentence of wide.flat()) console.error(sentence);
  console.log(`${states.length} states, 2 languages, 2 colour schemes: ${FOLDER}`);
  if (wide.flat().length > 0) process.exitCode = 1;
}

/** Takes the pictures for one reader; answers a sentence for each state that is wider than the column. */
async function takeAll(browser: Browser, states: ScreenState[], reader: Reader): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: WIDTH_PX, height: 600 },
    deviceScaleFactor: 2,
    timezoneId: 'Europe/Moscow',
  });
  await serveApp(context);
  const page = await context.newPage();
  const wide: string[] = [];
  for (const state of states) {
    const frame = await showState(page, state, reader);
    const widthPx = await frame.evaluate(() => document.documentElement.scrollWidth);
    const name = `${state.name}-${reader.locale}-${reader.colorScheme}`;
    if (widthPx > WIDTH_PX) wide.push(`${name}: ${widthPx} px wide`);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  }
  await context.close();
  return wide;
}

void main();
