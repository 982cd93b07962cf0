import startDatabase from '../../helpers/database/globalSetup';
import stopDatabase from '../../helpers/database/globalTeardown';
import { fuzzCommandLine } from './fuzzCommandLine';
import { fuzzRoutes } from './fuzzRoutes';
import { readFuzzOptions } from './readFuzzOptions';

/** What is held when the second half is over may be so much more than after the first, however many requests there were. */
const MAX_GROWTH_MIB = 5;

/**
 * `npm run fuzz -- [--requests N] [--seed S]`: wild requests to every route of the bridge, and as many wild command lines; ends
 * with 0 when nothing was found, else with 1.
 */
async function main(): Promise<number> {
  const read = readFuzzOptions(process.argv.slice(2));
  if (!read.ok) {
    console.error(read.problem);
    return 2;
  }
  const { requests, seed } = read.options;
  console.error(`${requests} requests and as many command lines, seed ${seed}`);
  await startDatabase();
  try {
    const startedAt = performance.now();
    const routes = await fuzzRoutes({ requests, seed });
    const lines = await fuzzCommandLine({ lines: requests, seed });
    const growthMib = (routes.heap.end - routes.heap.half) / 2 ** 20;
    const faults = [...routes.faults, ...lines.faults];
    if (growthMib > MAX_GROWTH_MIB) faults.push(`The heap grew by ${growthMib.toFixed(1)} MiB.`);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const statuses = Object.entries(routes.statuses).map(([status, count]) => `${count} × ${status}`);
    console.log(`${statuses.join(', ')}; ${lines.understood} command lines understood; ${seconds} s`);
    console.log(`heap ${growthMib.toFixed(1)} MiB more after the second half than after the first`);
    for (const fault of faults) console.log(fault);
    console.log(
      faults.length === 0 ? 'Nothing was found.' : `${faults.length} found; again with --seed ${seed}`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await stopDatabase();
  }
}

// Nothing may be left that keeps the process, so it is ended by itself.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
