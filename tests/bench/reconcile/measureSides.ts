import { median } from '../figure';
import type { Outside } from './startOutside';
import { settleTickets } from './settleTickets';
import type { Side } from './settleTickets';

/** What one ticket cost, in ms: of the clock, and of processor time of each of the processes. */
export type TicketCost = { clockMs: number; bridgeMs: number; databaseMs: number; outsideMs: number };

/** A side to be measured, with the tickets of each of its runs. */
export type MeasuredSide = Side & { runs: readonly (readonly string[])[] };

/**
 * The cost of a ticket on each side, medians of the runs. The sides take turns, so a busy machine slows both; the first tickets
 * of each side are not counted: its process is still being compiled.
 */
export async function measureSides<Name extends string>(options: {
  sides: Record<Name, MeasuredSide>;
  outside: Outside;
  readDatabaseCpuMs(): number;
  progress(message: string): void;
}): Promise<Record<Name, TicketCost>> {
  const names = Object.keys(options.sides) as Name[];
  const costs = new Map<Name, TicketCost[]>(names.map((name) => [name, []]));
  const runCount = Math.max(...names.map((name) => options.sides[name].runs.length));
  for (let run = 0; run < runCount; run += 1) {
    for (const name of names) {
      const tickets = options.sides[name].runs[run] ?? [];
      options.progress(
        `${tickets.length} tickets on the ${name} database, run ${run} of ${runCount - 1} ...`,
      );
      const cost = await measureRun(options, options.sides[name], tickets);
      if (run > 0) costs.get(name)?.push(cost);
    }
  }
  const toMedian = (list: readonly TicketCost[] = []): TicketCost => ({
    clockMs: median(list.map((each) => each.clockMs)),
    bridgeMs: median(list.map((each) => each.bridgeMs)),
    databaseMs: median(list.map((each) => each.databaseMs)),
    outsideMs: median(list.map((each) => each.outsideMs)),
  });
  return Object.fromEntries(names.map((name) => [name, toMedian(costs.get(name))])) as Record<
    Name,
    TicketCost
  >;
}

type Meters = { outside: Outside; readDatabaseCpuMs(): number };

async function measureRun(meters: Meters, side: Side, tickets: readonly string[]): Promise<TicketCost> {
  const before = await readMeters(meters, side);
  await settleTickets(side, meters.outside, tickets);
  const after = await readMeters(meters, side);
  await side.bridge.rest();
  const of = (what: keyof TicketCost) => (after[what] - before[what]) / tickets.length;
  return {
    clockMs: of('clockMs'),
    bridgeMs: of('bridgeMs'),
    databaseMs: of('databaseMs'),
    outsideMs: of('outsideMs'),
  };
}

async function readMeters({ outside, readDatabaseCpuMs }: Meters, { bridge }: Side): Promise<TicketCost> {
  const [bridgeMs, outsideMs] = [await bridge.readCpuMs(), await outside.readCpuMs()];
  return { bridgeMs, outsideMs, databaseMs: readDatabaseCpuMs(), clockMs: performance.now() };
}
