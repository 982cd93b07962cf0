import { ensureBuilt } from '../../src/playground/ensureBuilt.mjs';
import { runFaults } from './faults/runFaults';
import { planChaos } from './plan/planChaos';
import { readChaosOptions } from './readChaosOptions';
import { buildProgress } from './report/buildProgress';
import { describePlan } from './report/describePlan';
import { describeResult } from './report/describeResult';
import { runChaos } from './runChaos';

/** A run that takes longer hangs; it is ended. */
const LONGEST_MS = 600_000;
const LONGEST_MS_A_TICKET = 1_000;

/** `npm run chaos -- [--tickets N] [--seed S] [--plan] | --faults [NAME…]`: ends with 0 when nothing was found, else with 1. */
async function main(): Promise<number> {
  const read = readChaosOptions(process.argv.slice(2));
  if (!read.ok) {
    console.error(read.problem);
    return 2;
  }
  const { tickets, seed, onlyPlan, faults } = read.options;
  if (faults !== undefined) return runFaults(faults);
  const plan = planChaos({ seed, ticketCount: tickets });
  if (onlyPlan) {
    console.log(describePlan(plan));
    return 0;
  }
  await ensureBuilt();
  const startedAt = Date.now();
  const signal = endSignal(LONGEST_MS + tickets * LONGEST_MS_A_TICKET);
  const result = await runChaos(plan, { progress: buildProgress(process.stderr), signal });
  console.log(describeResult(result, { tickets, seconds: Math.round((Date.now() - startedAt) / 1_000) }));
  return result.findings.length === 0 ? 0 : 1;
}

/** Ctrl-C ends the run, and what it started, in order; so does the end of its time. */
function endSignal(longestMs: number): AbortSignal {
  const ending = new AbortController();
  const end = (why: string) => ending.abort(new Error(why));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => end(`Ended by ${name}.`));
  setTimeout(() => end(`Not at its end after ${longestMs} ms.`), longestMs).unref();
  return ending.signal;
}

/** A sleep that is cut short says only that it was; its cause says why. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' && error.cause instanceof Error) return error.cause.message;
  return error.stack ?? error.message;
}

// Nothing may be left that keeps the process, so it is ended by itself.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(describeError(error));
    process.exit(1);
  },
);
