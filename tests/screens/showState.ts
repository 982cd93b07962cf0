import type { BrowserContext, Frame, Page } from 'playwright-core';
import { openSidebar } from './openSidebar';
import type { ScreenState } from './states';

/** How the agent reads: language and colours. */
export type Reader = { locale: string; colorScheme: string };

/** How long nothing may change before a screen counts as standing still. */
const STILL_MS = 120;

/** Opens one state of the sidebar and answers once it stands still. */
export async function showState(
  context: BrowserContext,
  { name, answers, act }: ScreenState,
  { locale, colorScheme }: Reader,
): Promise<{ page: Page; frame: Frame }> {
  const paths = { ...answers.paths, 'currentUser.locale': locale, colorScheme };
  const { page, frame } = await openSidebar(context, { ...answers, paths });
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
  return { page, frame };
}

/** Waits until neither words nor size of the panel change any more. */
function waitUntilStill(frame: Frame): Promise<void> {
  return frame.evaluate(
    (stillMs) =>
      new Promise<void>((resolve) => {
        let seen = '';
        let since = 0;
        const look = (nowMs: number) => {
          const next = `${document.body.scrollHeight} ${innerHeight} ${document.body.innerText}`;
          if (next !== seen) since = nowMs;
          seen = next;
          if (nowMs - since > stillMs) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    STILL_MS,
  );
}
