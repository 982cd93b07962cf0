import { buildReports } from '../../../src/adapters/postgres/buildReports';
import { MAX_REPORT_ROWS, OUTSTANDING_AGES_DAYS } from '../../../src/contract/reports';
import { MOVEMENT_KEYS } from '../../../src/use-cases/ports/reports';
import type { Reports } from '../../../src/use-cases/ports/reports';
import { onDatabase, readServer, withServer } from '../benchDatabase';
import { median } from '../figure';
import type { Figure } from '../figure';
import { LAST_DAY, LATE_ENTRIES, SEEDED_DAYS, seedEntries, seedLateEntries } from './seedEntries';

const DAY_MS = 86_400_000;

/** The whole time of the entries, of all products: the most that a report can be asked for. */
const RANGE = {
  from: new Date(Date.parse(LAST_DAY) - (SEEDED_DAYS - 1) * DAY_MS).toISOString().slice(0, 10),
  to: LAST_DAY,
  product: undefined,
};

/** Each report over all entries, beside which 10,000 wait to be added up. Of ten entries six are debits, which has to come out. */
export async function benchReports(options: {
  isQuick: boolean;
  progress(message: string): void;
}): Promise<{ server: string; figures: Figure[] }> {
  const { isQuick, progress } = options;
  const entries = isQuick ? 1_000_000 : 10_000_000;
  return withServer((serverUrl) =>
    onDatabase(serverUrl, 'reports', async ({ pool, connectionString }) => {
      const reports = buildReports(pool);
      await seedEntries({ connectionString, entries, progress });
      progress('Adding up what was counted ...');
      const start = performance.now();
      await reports.addUpCounts();
      const addedUpMs = performance.now() - start;
      progress(`Writing ${LATE_ENTRIES.toLocaleString('en')} entries one by one ...`);
      await seedLateEntries(connectionString, entries);
      await assertComplete(reports, entries);
      const figures: Figure[] = [];
      for (const { what, read } of listReports(reports)) {
        progress(`Reading ${what} ...`);
        figures.push(await measure(what, entries, isQuick ? 1 : 5, read));
      }
      figures.push({
        what: 'adding up what the seed has counted, once',
        unit: 'ms',
        measured: addedUpMs,
        runs: 1,
      });
      return { server: await readServer(pool), figures };
    }),
  );
}

type Look = { what: string; read: () => Promise<unknown> };

function listReports(reports: Reports): Look[] {
  return [
    ...MOVEMENT_KEYS.map((by) => ({
      what: `movements by ${by}`,
      read: () => reports.readMovements(RANGE, by, MAX_REPORT_ROWS + 1),
    })),
    { what: 'wrong lines', read: () => reports.readWrongLines(RANGE, MAX_REPORT_ROWS) },
    { what: 'waits', read: () => reports.readWaits(RANGE) },
    {
      what: 'outstanding credits',
      read: () => reports.readOutstanding(LAST_DAY, OUTSTANDING_AGES_DAYS),
    },
  ];
}

async function measure(
  what: string,
  entries: number,
  runs: number,
  read: () => Promise<unknown>,
): Promise<Figure> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await read();
    took.push(performance.now() - start);
  }
  return {
    what: `${what}, of ${entries.toLocaleString('en')} entries in ${SEEDED_DAYS} days`,
    unit: 'ms',
    measured: median(took),
    target: { atMost: 1_000 },
    runs,
  };
}

/** A report that is fast and wrong is none. */
async function assertComplete(reports: Reports, entries: number): Promise<void> {
  const { totals } = await reports.readMovements(RANGE, 'day', MAX_REPORT_ROWS);
  const { rows } = await reports.readOutstanding(LAST_DAY, OUTSTANDING_AGES_DAYS);
  const left = rows.reduce((sum, { credits }) => sum + credits, 0);
  const found = [totals.debits, totals.refunds, totals.waivers, left];
  // Late grants have no lots: what one by one is written is only there to be counted.
  const expected = [6, 1, 1, 2].map((share) => (share / 10) * entries);
  expected[3] = (2 / 10) * (entries - LATE_ENTRIES);
  if (found.join() !== expected.join()) {
    throw new Error(`The reports say ${found.join()} of the seeded ledger, not ${expected.join()}.`);
  }
}
