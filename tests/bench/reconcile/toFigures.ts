import type { Figure } from '../figure';
import type { TicketCost } from './measureSides';
import type { Shares } from './shareMeter';

/** A ticket may cost so much more on a database with a long history. */
const MOST_GROWTH = 1.3;

type Measured<T> = { empty: T; full: T };

/** The lines of the report. */
export function toFigures(options: {
  size: { entries: number; ticketStates: number; runs: readonly number[] };
  /** Of the full database, indexes and all. */
  sizeMib: number;
  costs: Measured<TicketCost>;
  shares: Measured<Shares>;
}): Figure[] {
  const { size, sizeMib, costs, shares } = options;
  const history = `${size.entries.toLocaleString('en')} entries, ${size.ticketStates.toLocaleString('en')} tickets`;
  const runs = size.runs.length;
  const compare = (what: string, cost: keyof TicketCost, target?: Figure['target']): Figure => ({
    what: `${what}, ${history}`,
    unit: 'ms',
    measured: costs.full[cost],
    against: { what: 'empty', measured: costs.empty[cost] },
    ratio: costs.full[cost] / costs.empty[cost],
    ...(target === undefined ? {} : { target }),
    runs,
  });
  const growth = { atMost: MOST_GROWTH };
  return [
    {
      what: `tickets from webhook to word, ${history}`,
      unit: '/s',
      measured: 1_000 / costs.full.clockMs,
      against: { what: 'empty', measured: 1_000 / costs.empty.clockMs },
      runs,
    },
    compare('time per ticket', 'clockMs', growth),
    compare('processor time of the bridge per ticket', 'bridgeMs', growth),
    compare('processor time of PostgreSQL per ticket', 'databaseMs'),
    compare('processor time of the simulators per ticket', 'outsideMs'),
    { what: `size of the database, ${history}`, unit: 'MiB', measured: sizeMib, runs: 1 },
    ...toShareFigures('empty', shares.empty),
    ...toShareFigures(history, shares.full),
  ];
}

function toShareFigures(where: string, shares: Shares): Figure[] {
  const wholeMs = shares.ownMs + shares.databaseMs + shares.outsideMs + shares.idleMs;
  const toFigure = (what: string, ms: number): Figure => ({
    what: `one at a time, ${what}, ${where}`,
    unit: '%',
    measured: (100 * ms) / wholeMs,
    runs: 1,
  });
  return [
    { what: `one at a time, a ticket, ${where}`, unit: 'ms', measured: wholeMs, runs: 1 },
    toFigure('in our own process', shares.ownMs),
    toFigure('waiting for the database', shares.databaseMs),
    toFigure('waiting for Zendesk and billing', shares.outsideMs),
    toFigure('neither', shares.idleMs),
  ];
}
