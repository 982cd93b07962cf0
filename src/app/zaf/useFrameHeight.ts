import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Zaf } from './connectZaf';

/**
 * Keeps the frame as tall as the element. The element's own height never depends on the frame's (no `vh`), and a
 * height that was already asked for is not asked again, so the two cannot chase each other.
 */
export function useFrameHeight(zaf: Zaf, element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!element.current) return undefined;
    let askedPx = 0;
    const observer = new ResizeObserver(([entry]) => {
      const heightPx = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
      if (heightPx === 0 || heightPx === askedPx) return;
      askedPx = heightPx;
      zaf.invoke('resize', { width: '100%', height: `${heightPx}px` }).catch(() => {
        // The frame keeps its height and scrolls; the next change asks again.
        askedPx = 0;
      });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [zaf, element]);
}
