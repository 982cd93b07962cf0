import type { Pool } from 'pg';
import { readEntries } from '../../../src/adapters/postgres/ledger/readEntries';
import { readReceipt } from '../../../src/adapters/postgres/views/readReceipt';
import { median } from '../figure';
import type { Figure } from '../figure';
import { LONG_ACCOUNT, SHORT_ACCOUNT, SHORT_ENTRIES } from './seedLedger';

const READS_PER_RUN = 200;
const LISTED = 20;

/** A place in the middle of an account's history. */
type Place = { account: string; beforeSeq: number; key: string; ticketId: string };

/** One kind of looking back: what it is called, and how it is read. */
type Look = { what: string; read: (place: Place) => Promise<unknown> };

/**
 * Looking back from the middle of a long history beside the middle of a short one, in turn: a page, the entries of one
 * ticket, the receipt of a debit.
 */
export async function benchHistory(options: {
  pool: Pool;
  runs: number;
  entries: number;
  longest: number;
  progress(message: string): void;
}): Promise<Figure[]> {
  const { pool, runs, entries, longest, progress } = options;
  const figures: Figure[] = [];
  const inLong = await findPlace(pool, LONG_ACCOUNT, longest);
  const inShort = await findPlace(pool, SHORT_ACCOUNT, SHORT_ENTRIES);
  for (const { what, read } of listLooks(pool)) {
    const long: number[] = [];
    const short: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      progress(`Reading ${what}, run ${run} of ${runs} ...`);
      const [ofLong, ofShort]: [number[], number[]] = [[], []];
      for (let index = 0; index < READS_PER_RUN; index += 1) {
        ofLong.push(await time(() => read(inLong)));
        ofShort.push(await time(() => read(inShort)));
      }
      long.push(median(ofLong));
      short.push(median(ofShort));
    }
    figures.push({
      what: `${what} from the middle of ${longest.toLocaleString('en')} entries, in ${entries.toLocaleString('en')}`,
      unit: 'ms',
      measured: median(long),
      against: { what: `of ${SHORT_ENTRIES}`, measured: median(short) },
      ratio: median(long) / median(short),
      target: { atMost: 1.3 },
      runs,
    });
  }
  return figures;
}

function listLooks(pool: Pool): Look[] {
  return [
    {
      what: `a page of ${LISTED}`,
      read: async ({ account, beforeSeq }) => {
        const page = await readEntries(pool, account, LISTED, { beforeSeq });
        if (page.length !== LISTED) throw new Error(`${account} has no ${LISTED} entries there.`);
      },
    },
    {
      what: 'the entries of one ticket',
      read: async ({ account, ticketId }) => {
        const own = await readEntries(pool, account, LISTED, { ticketId });
        if (own.length === 0) throw new Error(`Ticket ${ticketId} of ${account} has no entries.`);
      },
    },
    {
      what: 'the receipt of a debit',
      read: async ({ account, key }) => {
        const receipt = await readReceipt(pool, { billingAccountId: account, key, maxUses: 1 });
        if (receipt?.kind !== 'movement') throw new Error(`${key} of ${account} has no receipt.`);
      },
    },
  ];
}

/** The middle of an account, and a debit there. */
async function findPlace(pool: Pool, account: string, length: number): Promise<Place> {
  const beforeSeq = Math.floor(length / 2);
  const entries = await readEntries(pool, account, LISTED, { beforeSeq });
  const debit = entries.find(({ kind }) => kind === 'debit');
  if (debit?.ticketId === undefined) throw new Error(`${account} has no debit in its middle.`);
  return { account, beforeSeq, key: debit.key, ticketId: debit.ticketId };
}

async function time(read: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await read();
  return performance.now() - start;
}
