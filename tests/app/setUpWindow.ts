/** What Garden and the panel expect of a browser and jsdom does not have (feasibility.md, «Jest with Garden»). */

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }),
});

/** jsdom lays nothing out, so nothing ever changes its size by itself. */
class SilentResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.defineProperty(window, 'ResizeObserver', { writable: true, value: SilentResizeObserver });

/** jsdom draws nothing; a browser too may refuse a canvas, and what it would show is told beside it. */
Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { writable: true, value: () => null });
