import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

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

type Streams = {
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  stdin: Readable & { isTTY?: boolean };
};

/** The terminal of this process, unless other streams are given. */
export function buildTerminal({ stdin, stdout, stderr }: Streams = process): Terminal {
  // A reader that has gone, as with `| head`, is told to who writes; unheard, the event would end the process with a trace.
  stdout.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    say: (text) => void stderr.write(text),
    isWatched: stderr.isTTY === true,
    canAsk: stdin.isTTY === true,
    async ask(question) {
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
      } finally {
        lines.close();
      }
    },
  };
}
