import { useEffect } from 'react';
import { createBackoff } from './createBackoff';

/** While a charge is open or the bridge is away, the panel looks again by itself; Zendesk allows 100 calls a minute. */
const POLL_BOUNDS = { firstMs: 2_000, lastMs: 10_000 };

/** Calls `reload` again and again while `isNeeded`, with growing pauses; not while the page is out of sight. */
export function usePollWhile(isNeeded: boolean, reload: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const nextPauseMs = createBackoff(POLL_BOUNDS);
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const wait = () => {
      timer = setTimeout(() => void look(), nextPauseMs());
    };
    const look = async () => {
      if (!document.hidden) await reload();
      if (!isGone) wait();
    };
    wait();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isNeeded, reload]);
}
