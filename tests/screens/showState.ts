import type { Frame, Page } from 'playwright-core';
import { loadApp } from './openSidebar';
import type { AdminState } from './admin/adminState';
import type { ScreenState } from './states';

/** How the agent reads: language and colours. */
export type Reader = { locale: string; colorScheme: string };

/** How long nothing may change before a screen counts as standing still. */
const STILL_MS = 100;

/** Loads one state of the sidebar into the page and answers its frame once it stands still. */
export async function showState(
  page: Page,
  { name, answers, act }: ScreenState,
  { locale, colorScheme }: Reader,
): Promise<Frame> {
  const paths = { ...answers.paths, 'currentUser.locale': locale, colorScheme };
  const frame = await loadApp(page, { ...answers, paths });
  const first =
    name === 'loading'
      ? '[role="status"]'
      : 'section, [role="alert"], [role="status"] div:not([aria-hidden])';
  await frame.locator(first).first().waitFor({ state: 'attached' });
  await waitUntilStill(frame);
  if (act) {
    await act(frame);
    await waitUntilStill(frame);
  }
  return frame;
}

/** Loads one state of the admin page, opens its tab, and answers its frame, as tall as its content, once it stands still. */
export async function showAdminState(
  page: Page,
  { tab, answers, act }: AdminState,
  { locale, colorScheme }: Reader,
): Promise<Frame> {
  const paths = { ...answers.paths, 'currentUser.locale': locale, colorScheme };
  const frame = await loadApp(page, { ...answers, paths }, 'admin.html');
  // Garden ends the id of a tab with its key.
  await frame.locator(`[role="tab"][id$=":${tab}"]`).click();
  await followHeight(frame);
  await waitUntilStill(frame);
  if (act) {
    await act(frame);
    await waitUntilStill(frame);
  }
  return frame;
}

/** Zendesk gives a page of the navigation bar the whole window; a picture wants all of the page. */
async function followHeight(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const main = document.querySelector('main')!;
    const fit = () => {
      window.frameElement!.setAttribute(
        'style',
        `border:0;display:block;width:100%;height:${main.offsetHeight}px`,
      );
    };
    new ResizeObserver(fit).observe(main);
    fit();
  });
}

/** Waits until the words of the panel do not change any more and its frame is as tall as it asked to be. */
function waitUntilStill(frame: Frame): Promise<void> {
  return frame.evaluate(
    ([stillMs, pauseMs]) =>
      new Promise<void>((resolve) => {
        let seen = '';
        let since = performance.now();
        const look = () => {
          const panel = document.querySelector('main');
          const heightPx = panel?.getBoundingClientRect().height ?? 0;
          const next = `${heightPx} ${panel?.textContent}`;
          if (next !== seen || Math.abs(heightPx - innerHeight) > 1) since = performance.now();
          seen = next;
          if (performance.now() - since >= stillMs) resolve();
          else setTimeout(look, pauseMs);
        };
        look();
      }),
    [STILL_MS, STILL_MS / 4] as const,
  );
}
