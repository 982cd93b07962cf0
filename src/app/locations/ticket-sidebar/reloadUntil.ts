import type { CreditsView } from '../../../contract/creditsView';

/** How long an answer is waited for, and how often the view is read meanwhile. */
const PAUSE_MS = 700;
const LIMIT_MS = 30_000;

/**
 * Reads the view every 700 ms until `find` finds something in it. Undefined after 30 s; a reading that fails counts as
 * one that found nothing, because the bridge may just be starting again.
 */
export async function reloadUntil<Found>(
  reload: () => Promise<CreditsView | undefined>,
  find: (view: CreditsView) => Found | undefined,
): Promise<Found | undefined> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < LIMIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const view = await reload();
    const found = view && find(view);
    if (found !== undefined) return found;
  }
  return undefined;
}
