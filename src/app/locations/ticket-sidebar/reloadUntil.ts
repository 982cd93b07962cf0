import type { CreditsView } from '../../../contract/creditsView';

/** How long an answer is waited for, and how often the view is read meanwhile: most answers are there within a second. */
const QUICK_PAUSE_MS = 300;
const QUICK_TRIES = 4;
const PAUSE_MS = 800;
const LIMIT_MS = 30_000;

/**
 * Reads the view again and again until `find` finds something in it. Undefined after 30 s; a reading that fails counts as
 * one that found nothing, because the bridge may just be starting again.
 */
export async function reloadUntil<Found>(
  reload: () => Promise<CreditsView | undefined>,
  find: (view: CreditsView) => Found | undefined,
): Promise<Found | undefined> {
  const startedAt = performance.now();
  for (let tries = 0; performance.now() - startedAt < LIMIT_MS; tries += 1) {
    const pauseMs = tries < QUICK_TRIES ? QUICK_PAUSE_MS : PAUSE_MS;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const view = await reload();
    const found = view && find(view);
    if (found !== undefined) return found;
  }
  return undefined;
}
