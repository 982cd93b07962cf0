import { useEffect } from 'react';
import type { Zaf } from './connectZaf';

/** Zendesk fires several events for one change; they are answered together after this pause. */
const PAUSE_MS = 150;

/** Calls `handler` once after any of the events (names joined by a space, so that the list compares by value). */
export function useZafEvents(zaf: Zaf, events: string, handler: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onAny = () => {
      clearTimeout(timer);
      timer = setTimeout(handler, PAUSE_MS);
    };
    const stops = events.split(' ').map((event) => zaf.onEvent(event, onAny));
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [zaf, events, handler]);
}
