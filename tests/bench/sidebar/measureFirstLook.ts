import type { Browser, BrowserContext } from 'playwright-core';
import { buildView } from '../../app/buildView';
import { openSidebar, serveApp } from '../../screens/openSidebar';
import { buildAnswers } from '../../screens/states';
import type { Figure } from '../figure';
import { median } from '../figure';

type Options = { browser: Browser; react: Buffer; runs: number; slowDown: number };

/** As the sidebar's page, with one script. */
const REACT_PAGE = Buffer.from(
  '<!doctype html><html lang="en"><body><div id="root"></div><script src="main.js"></script></body></html>',
);

/** What one opening of the sidebar cost. */
type Look = { balanceMs: number; shift: number; bridgeRequests: number };

/**
 * Time from the start of the frame's document to the balance on screen, host and bridge answering at once, and for a page
 * with React alone to its text: taken in turns, each in a fresh context, by the browser's own clock.
 */
export async function measureFirstLook({ browser, react, runs, slowDown }: Options): Promise<Figure[]> {
  const looks: Look[] = [];
  const reactMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    looks.push(await inContext(browser, (context) => lookAtSidebar(context, slowDown)));
    reactMs.push(await inContext(browser, (context) => lookAtReact(context, react, slowDown)));
  }
  const balanceMs = median(looks.map((look) => look.balanceMs));
  const against = { what: 'React alone', measured: median(reactMs) };
  const of = slowDown === 1 ? '' : `, CPU ${slowDown} times slower`;
  return [
    {
      what: `frame start to balance${of}`,
      unit: 'ms',
      measured: balanceMs,
      against,
      ratio: balanceMs / against.measured,
      target: { atMost: 2 },
      runs,
    },
    {
      what: `layout shift${of}`,
      unit: '',
      measured: Math.max(...looks.map((look) => look.shift)),
      target: { atMost: 0 },
      runs,
    },
    {
      what: `requests to the bridge${of}`,
      unit: '',
      measured: Math.max(...looks.map((look) => look.bridgeRequests)),
      target: { atMost: 1 },
      runs,
    },
  ];
}

async function inContext<Value>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
  try {
    // The frame in which the first text with a figure is painted, by the document's own clock, and every shift.
    await context.addInitScript(() => {
      const seen = window as unknown as { seenMs?: number; shift: number };
      seen.shift = 0;
      const look = () => {
        if (/\d/.test(document.body?.textContent ?? '')) seen.seenMs = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return await work(context);
  } finally {
    await context.close();
  }
}

async function lookAtSidebar(context: BrowserContext, slowDown: number): Promise<Look> {
  await serveApp(context);
  const { page, frame } = await openSidebar(context, buildAnswers(buildView()), slowDown);
  await frame.waitForFunction('window.seenMs !== undefined');
  // What still moves would have moved by then.
  await page.waitForTimeout(300);
  const asked = (await page.evaluate('window.asked')) as string[];
  return {
    balanceMs: (await frame.evaluate('window.seenMs')) as number,
    shift: (await frame.evaluate('window.shift')) as number,
    bridgeRequests: asked.filter((url) => url.startsWith('https://bridge.test')).length,
  };
}

async function lookAtReact(context: BrowserContext, react: Buffer, slowDown: number): Promise<number> {
  await serveApp(context, { 'iframe.html': REACT_PAGE, 'main.js': react });
  const { frame } = await openSidebar(context, buildAnswers(buildView()), slowDown);
  await frame.waitForFunction('window.seenMs !== undefined');
  return (await frame.evaluate('window.seenMs')) as number;
}
