import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import { median } from '../figure';
import type { Figure } from '../figure';
import { buildExpensePage } from './buildExpensePage';

const ROWS = 1_000;

/** The columns that a reading of expenses looks at. */
const COLUMNS = ['id', 'account', 'amount', 'taxamount', 'realdate', 'intname', 'main_item'];

/**
 * How many MB/s of a page of 1,000 expenses are decoded and read, beside a bare `JSON.parse` of the same text, in turn in
 * one run. Decoding alone does little; the figure that counts is the one with every needed column of every row read.
 */
export function benchDecode(options: {
  isQuick: boolean;
  runs: number;
  progress(message: string): void;
}): Figure[] {
  const { isQuick, runs, progress } = options;
  const page = buildExpensePage(ROWS);
  const seconds = isQuick ? 0.3 : 2;
  const works = {
    parse: () => void JSON.parse(page),
    decode: () => void decodeDocument(page, 'expense'),
    read: () => readColumns(page),
  };
  const rates = { parse: [] as number[], decode: [] as number[], read: [] as number[] };
  for (const work of Object.values(works)) measureMbPerSecond(page, seconds / 4, work);
  for (let run = 1; run <= runs; run += 1) {
    progress(`Decoding, run ${run} of ${runs} ...`);
    for (const name of ['parse', 'decode', 'read'] as const) {
      rates[name].push(measureMbPerSecond(page, seconds, works[name]));
    }
  }
  const toFigure = (what: string, name: 'decode' | 'read'): Figure => ({
    what,
    unit: 'MB/s',
    measured: median(rates[name]),
    against: { what: 'bare JSON.parse', measured: median(rates.parse) },
    ratio: median(rates[name]) / median(rates.parse),
    target: { atLeast: 0.4 },
    runs,
  });
  return [
    toFigure('a page of 1,000 expenses decoded', 'decode'),
    toFigure(`and ${COLUMNS.length} columns of each row read`, 'read'),
  ];
}

function readColumns(page: string): void {
  const decoded = decodeDocument(page, 'expense');
  if (decoded.kind === 'error' || decoded.rows.length !== ROWS)
    throw new Error('The page was not read whole.');
  let read = 0;
  for (const row of decoded.rows) for (const name of COLUMNS) if (row.get(name) !== undefined) read += 1;
  if (read !== ROWS * COLUMNS.length) throw new Error('A column was not read.');
}

/** MB are millions of bytes of UTF-8, as they come over the wire. */
function measureMbPerSecond(page: string, seconds: number, work: () => void): number {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  while (performance.now() < end) {
    work();
    done += 1;
  }
  const megabytes = (done * Buffer.byteLength(page)) / 1_000_000;
  return megabytes / ((performance.now() - start) / 1_000);
}
