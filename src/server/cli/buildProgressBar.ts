import type { Terminal } from './buildTerminal';

/** A bar that is drawn over itself while a long command runs. */
export type ProgressBar = {
  /** `words` stand beside the bar; without them, how many are done. */
  show(done: number, words?: string): void;
  end(): void;
};

const WIDTH = 30;

/** Draws at most every `EVERY_MS`; a terminal cannot show more. */
const EVERY_MS = 100;

/** A progress bar on standard error, only when somebody watches it; `total` may be a little off. */
export function buildProgressBar(terminal: Terminal, total: number): ProgressBar {
  const startedAt = performance.now();
  let drawnAt = -Infinity;
  return {
    show(done, words) {
      const now = performance.now();
      if (!terminal.isWatched || now - drawnAt < EVERY_MS) return;
      drawnAt = now;
      const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
      const filled = Math.round(share * WIDTH);
      const rate = Math.round((done * 1_000) / Math.max(1, now - startedAt));
      const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
      const beside = words ?? `${done} of ${total}, ${rate}/s`;
      terminal.say(`\r${bar} ${Math.floor(share * 100)} %  ${beside}\u001b[K`);
    },
    end() {
      if (terminal.isWatched) terminal.say('\r\u001b[K');
    },
  };
}
