import type { Pool } from 'pg';
import { readEntries } from '../../../src/adapters/postgres/ledger/readEntries';
import { readTotals } from '../../../src/adapters/postgres/ledger/readTotals';
import { median } from '../figure';
import type { Figure } from '../figure';
import { LONG_ACCOUNT, SHORT_ACCOUNT, SHORT_ENTRIES } from './seedLedger';

const READS_PER_RUN = 500;
const LISTED = 20;

/** Balance and last entries of an account with a long history beside one with a short history, in turn. */
export async function benchReads(options: {
  pool: Pool;
  runs: number;
  entries: number;
  longest: number;
  progress(message: string): void;
}): Promise<Figure[]> {
  const { pool, runs, entries, longest, progress } = options;
  const long: number[] = [];
  const short: number[] = [];
  const read = async (account: string) => {
    const start = performance.now();
    await readTotals(pool, account);
    const listed = await readEntries(pool, account, LISTED);
    if (listed.length !== LISTED) throw new Error(`${account} has no ${LISTED} entries.`);
    return performance.now() - start;
  };
  for (let run = 1; run <= runs; run += 1) {
    progress(`Reading, run ${run} of ${runs} ...`);
    const [ofLong, ofShort]: [number[], number[]] = [[], []];
    for (let index = 0; index < READS_PER_RUN; index += 1) {
      ofLong.push(await read(LONG_ACCOUNT));
      ofShort.push(await read(SHORT_ACCOUNT));
    }
    long.push(median(ofLong));
    short.push(median(ofShort));
  }
  return [
    {
      what: `balance and last ${LISTED} of ${longest.toLocaleString('en')} entries, in ${entries.toLocaleString('en')}`,
      unit: 'ms',
      measured: median(long),
      against: { what: `of ${SHORT_ENTRIES}`, measured: median(short) },
      ratio: median(long) / median(short),
      target: { atMost: 1.3 },
      runs,
    },
  ];
}
