/** Where a run tells how far it is. */
export type Progress = { say(what: string): void; show(done: number, total: number): void };

const BAR_WIDTH = 30;

/** A line that is written over on a terminal; elsewhere only what begins is told, a line each. */
export function buildProgress(stream: NodeJS.WriteStream): Progress {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1_000)} s`.padStart(6);
  const clear = stream.isTTY ? '\r\x1b[K' : '';
  return {
    say: (what) => {
      stream.write(`${clear}${seconds()}  ${what}\n`);
    },
    show: (done, total) => {
      if (!stream.isTTY) return;
      const filled = Math.round((done / total) * BAR_WIDTH);
      const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '.');
      stream.write(`${clear}${seconds()}  living [${bar}] ${done} of ${total} steps`);
    },
  };
}
