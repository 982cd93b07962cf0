import { createInterface } from 'node:readline/promises';

/** Where a command speaks: results on standard output, everything else on standard error. */
export type Terminal = {
  /** Comes back when more can be taken, so that a slow reader slows the writer down. */
  write(text: string): Promise<void>;
  say(text: string): void;
  /** True when somebody watches standard error. */
  isWatched: boolean;
  /** True when somebody can answer. */
  canAsk: boolean;
  /** True for yes; anything else is no. */
  ask(question: string): Promise<boolean>;
};

/** The terminal of this process. */
export function buildTerminal(): Terminal {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    say: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    canAsk: process.stdin.isTTY === true,
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
      } finally {
        lines.close();
      }
    },
  };
}
