import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { RECEIPTS } from '../../help-center/answersOnTest';
import { startTestZendesk } from '../../simulators/zendesk/startTestZendesk';
import type { TestZendesk } from '../../simulators/zendesk/startTestZendesk';
import type { Behind } from './clientMessages';

const DIST = join(__dirname, '../../../dist');

/** Answered inside the browser: nothing listens there. */
const BRIDGE = 'http://localhost:9';

/** The help center of the simulator with the built script in its theme. */
export function startHelpCenter(): Promise<TestZendesk> {
  return startTestZendesk(undefined, {
    themeScript: join(DIST, 'help-center/support-credits.js'),
    appSettings: { shared_secret: 'shared', bridge_url: BRIDGE },
    limits: { areOn: false },
  });
}

/** Takes what is behind the page from now on. */
export type PutBehind = (behind: Behind) => void;

/** Gives this page the built script of the help center, and the answers that are put behind it. */
export async function serveBehind(page: Page): Promise<PutBehind> {
  let behind: Behind = { credits: [], rules: 'away' };
  let waiting: Behind['credits'] = [];
  await page.route('**/pages/helpCenter.js', (route) =>
    route.fulfill({ path: join(DIST, 'simulators/pages/helpCenter.js') }),
  );
  await page.route(`${BRIDGE}/v1/client/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/v1/client/rules') return answer(route, behind.rules);
    if (pathname.endsWith('/receipt')) return answer(route, RECEIPTS[0]!);
    return answer(route, waiting.shift() ?? behind.credits.at(-1) ?? 'away');
  });
  return (next) => {
    behind = next;
    waiting = [...next.credits];
  };
}

function answer(route: Route, said: object | number | 'away'): Promise<void> {
  if (said === 'away') return route.abort();
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };
  return typeof said === 'number'
    ? route.fulfill({ status: said, headers, json: {} })
    : route.fulfill({ headers, json: said });
}

/** Every line that the client reads in this part of the page, with plain spaces. */
export const readTold = (page: Page, part: string): Promise<string[]> =>
  page
    .locator(`${part} :is(h2, h3, p, li)`)
    .evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').replace(/\s/g, ' ')));

/** How far the page sticks out of its window, px; 0 where nothing scrolls sideways. */
export const readOverflowPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The colours of the words in this part, and those of the page of the theme around it. */
export const readColours = (page: Page, part: string): Promise<{ words: string; theme: string }> =>
  page.locator(part).evaluate((element) => ({
    words: getComputedStyle(element).color,
    theme: getComputedStyle(document.body).color,
  }));
