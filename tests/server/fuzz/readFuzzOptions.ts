import { parseArgs } from 'node:util';

/** What a run is told. */
export type FuzzOptions = { requests: number; seed: number };

const MOST_REQUESTS = 10_000_000;
const USAGE = `npm run fuzz -- [--requests N] [--seed S]
  --requests  how many requests are sent, 10 to ${MOST_REQUESTS}; 20000 when not given
  --seed      a whole number: the same one sends the same requests; one of its own when not given`;

/** Reads the command line; `problem` says what is wrong with it and what it may be. */
export function readFuzzOptions(
  args: readonly string[],
): { ok: true; options: FuzzOptions } | { ok: false; problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        requests: { type: 'string', default: '20000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    });
    const [requests, seed] = [Number(values.requests), Number(values.seed)];
    const isCount = Number.isInteger(requests) && requests >= 10 && requests <= MOST_REQUESTS;
    if (isCount && Number.isInteger(seed)) return { ok: true, options: { requests, seed } };
    return { ok: false, problem: `Both options want whole numbers.\n${USAGE}` };
  } catch (error) {
    return { ok: false, problem: `${error instanceof Error ? error.message : String(error)}\n${USAGE}` };
  }
}
