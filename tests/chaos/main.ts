import { ensureBuilt } from '../../src/playground/ensureBuilt.mjs';
import { planChaos } from './plan/planChaos';
import { readChaosOptions } from './readChaosOptions';
import { buildProgress } from './report/buildProgress';
import { describePlan } from './report/describePlan';
import { describeResult } from './report/describeResult';
import { runChaos } from './runChaos';

/** `npm run chaos -- [--tickets N] [--seed S] [--plan]`: ends with 0 when nothing was found, else with 1. */
async function main(): Promise<number> {
  const read = readChaosOptions(process.argv.slice(2));
  if (!read.ok) {
    console.error(read.problem);
    return 2;
  }
  const { tickets, seed, onlyPlan } = read.options;
  const plan = planChaos({ seed, ticketCount: tickets });
  if (onlyPlan) {
    console.log(describePlan(plan));
    return 0;
  }
  await ensureBuilt();
  const startedAt = Date.now();
  const result = await runChaos(plan, buildProgress(process.stderr));
  console.log(describeResult(result, { tickets, seconds: Math.round((Date.now() - startedAt) / 1_000) }));
  return result.findings.length === 0 ? 0 : 1;
}

// Nothing may be left that keeps the process, so it is ended by itself.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : error);
    process.exit(1);
  },
);
