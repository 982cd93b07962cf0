import { parseArgs } from 'node:util';

/** What a run is told. */
export type ChaosOptions = { tickets: number; seed: string; onlyPlan: boolean };

const FEWEST_TICKETS = 1;
const MOST_TICKETS = 20_000;
const USAGE = `npm run chaos -- [--tickets N] [--seed S] [--plan]
  --tickets  how many tickets live, ${FEWEST_TICKETS} to ${MOST_TICKETS}; 200 when not given
  --seed     any word: the same one decides the same run; one of its own when not given
  --plan     only prints what the seed decides`;

/** Reads the command line; `problem` says what is wrong with it and what it may be. */
export function readChaosOptions(
  args: readonly string[],
): { ok: true; options: ChaosOptions } | { ok: false; problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tickets: { type: 'string', default: '200' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        plan: { type: 'boolean', default: false },
      },
    });
    const tickets = Number(values.tickets);
    if (!Number.isInteger(tickets) || tickets < FEWEST_TICKETS || tickets > MOST_TICKETS) {
      return { ok: false, problem: `--tickets wants a whole number, not ${values.tickets}.\n${USAGE}` };
    }
    return { ok: true, options: { tickets, seed: values.seed, onlyPlan: values.plan } };
  } catch (error) {
    return { ok: false, problem: `${error instanceof Error ? error.message : String(error)}\n${USAGE}` };
  }
}
