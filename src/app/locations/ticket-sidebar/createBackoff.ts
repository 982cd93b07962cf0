/** Bounds of the growing pause between two tries. */
export type BackoffBounds = { firstMs: number; lastMs: number };

/** Makes a function that returns the next pause: half as long again each time, never above `lastMs`. */
export function createBackoff({ firstMs, lastMs }: BackoffBounds): () => number {
  let nextMs = firstMs;
  return () => {
    const pauseMs = nextMs;
    nextMs = Math.min(lastMs, Math.round(nextMs * 1.5));
    return pauseMs;
  };
}
