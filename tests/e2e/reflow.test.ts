import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { EVERY_ADMIN_STATE } from '../screens/admin/everyAdminState';
import { EVERY_STATE } from '../screens/everyState';
import { serveApp } from '../screens/openSidebar';
import { showAdminState, showState } from '../screens/showState';
import { openBrowser } from './browser';

jest.setTimeout(120_000);

/** The column that Zendesk gives an app, which is also the width of WCAG 1.4.10; and what 200 % zoom leaves of it. */
const SIDEBAR_WIDTHS_PX = [320, 160];
/** The admin page has the whole window: 320 px is what 400 % zoom leaves of a usual one. */
const ADMIN_WIDTHS_PX = [320];
const HEIGHT_PX = 600;
/** Russian words are the longer ones. */
const READER = { locale: 'ru', colorScheme: 'light' };
/** Pages that are open at once: loading one is mostly waiting. */
const AT_ONCE = 3;

/** Grey bars and failures are drawn by one piece for every tab: those of one tab stand for all. */
const ADMIN_STATES = EVERY_ADMIN_STATE.filter(({ name }) => !/^(?!work).*-(loading|failing)$/.test(name));

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ reducedMotion: 'reduce' });
  await serveApp(context);
});
afterAll(() => browser?.close());

/** What sticks out of the frame; nothing where nothing scrolls sideways. */
function findWide(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => `${clientWidth} px: ${element.outerHTML.slice(0, 120)}`);
  });
}

async function findWideIn(
  page: Page,
  { name, frame, widthsPx }: { name: string; frame: Frame; widthsPx: number[] },
): Promise<string[]> {
  const found: string[] = [];
  for (const width of widthsPx) {
    await page.setViewportSize({ width, height: HEIGHT_PX });
    found.push(...(await findWide(frame)));
  }
  return found.map((what) => `${name} at ${what}`);
}

/** What sticks out of any of the states, several of which are looked at at once. */
async function findWideStates<State extends { name: string }>(
  states: readonly State[],
  widthsPx: number[],
  show: (page: Page, state: State) => Promise<Frame>,
): Promise<string[]> {
  const waiting = [...states];
  const found: string[] = [];
  const work = async () => {
    const page = await context.newPage();
    for (let state = waiting.shift(); state; state = waiting.shift())
      found.push(...(await findWideIn(page, { name: state.name, frame: await show(page, state), widthsPx })));
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

describe('at 320 px', () => {
  it('every state of the sidebar is shown without scrolling sideways, also at 200 % zoom', async () => {
    const show = (page: Page, state: (typeof EVERY_STATE)[number]) => showState(page, state, READER);
    expect(await findWideStates(EVERY_STATE, SIDEBAR_WIDTHS_PX, show)).toEqual([]);
  });

  it('every state of the admin page is, too', async () => {
    const show = (page: Page, state: (typeof EVERY_ADMIN_STATE)[number]) =>
      showAdminState(page, state, READER);
    expect(await findWideStates(ADMIN_STATES, ADMIN_WIDTHS_PX, show)).toEqual([]);
  });
});
