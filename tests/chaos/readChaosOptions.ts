import { parseArgs } from 'node:util';
import { FAULTS } from './faults/faultList';
import type { FaultName } from './faults/faultList';

/** What a run is told; with `faults` it is one of those, and not of lives. */
export type ChaosOptions = {
  tickets: number;
  seed: string;
  onlyPlan: boolean;
  faults: FaultName[] | undefined;
};

const FEWEST_TICKETS = 1;
const MOST_TICKETS = 20_000;
const USAGE = `npm run chaos -- [--tickets N] [--seed S] [--plan]
npm run chaos -- --faults [NAME…]
  --tickets  how many tickets live, ${FEWEST_TICKETS} to ${MOST_TICKETS}; 200 when not given
  --seed     any word: the same one decides the same run; one of its own when not given
  --plan     only prints what the seed decides
  --faults   lets each way to the outside fail in every manner that is named, or in these: ${Object.keys(FAULTS).join(', ')}`;

/** Reads the command line; `problem` says what is wrong with it and what it may be. */
export function readChaosOptions(
  args: readonly string[],
): { ok: true; options: ChaosOptions } | { ok: false; problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        tickets: { type: 'string', default: '200' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        plan: { type: 'boolean', default: false },
        faults: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const tickets = Number(values.tickets);
    if (!Number.isInteger(tickets) || tickets < FEWEST_TICKETS || tickets > MOST_TICKETS) {
      return { ok: false, problem: `--tickets wants a whole number, not ${values.tickets}.\n${USAGE}` };
    }
    const unknown = positionals.find((name) => !values.faults || !isFault(name));
    if (unknown !== undefined) return { ok: false, problem: `There is no ${unknown}.\n${USAGE}` };
    const faults = values.faults ? positionals.filter(isFault) : undefined;
    return { ok: true, options: { tickets, seed: values.seed, onlyPlan: values.plan, faults } };
  } catch (error) {
    return { ok: false, problem: `${error instanceof Error ? error.message : String(error)}\n${USAGE}` };
  }
}

const isFault = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);
