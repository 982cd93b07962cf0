import type { Bridge } from './buildBridge';
import { readKnown } from './readKnown';
import type { Known } from './readKnown';

/** Takes what is known: once, or twice when it was coming at first. */
export type Hear = (known: Known) => void;

/** A first reading in billing takes seconds; whom half a minute does not help is told to come again. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Tells what is known of the client. Whom the bridge has never seen is told the rules at once and the figures when it has
 * them: it is asked again after each of the pauses, until it knows the account or says that it will not. Returns how to stop;
 * a page that is left takes its timers along.
 */
export function followKnown(bridge: Bridge, hear: Hear): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const tell = (known: Known) => {
    if (!isStopped) hear(known);
  };
  const askAgain = async (known: Known, [pauseMs, ...later]: readonly number[]): Promise<void> => {
    // Asked for the last time: nothing more is coming to this page.
    if (pauseMs === undefined) return tell({ ...known, isComing: false });
    await new Promise((resolve) => {
      timer = setTimeout(resolve, pauseMs);
    });
    const credits = await bridge.readCredits();
    // An asking that failed says nothing new of the account.
    if (credits === undefined || credits.identity === 'being_read') {
      if (!isStopped) await askAgain(known, later);
    } else tell({ credits, rules: credits, isComing: false });
  };
  const run = async () => {
    const known = await readKnown(bridge);
    tell(known);
    if (known.isComing && !isStopped) await askAgain(known, PAUSES_MS);
  };
  // Whatever goes wrong in drawing, the page of the theme stays as it is.
  run().catch(() => undefined);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
