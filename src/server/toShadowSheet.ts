import type { CountedTicket } from '../use-cases/shadow/addNativeCounts';
import type { ComparedTicket } from '../use-cases/shadow/comparePage';
import { toSheetLine } from './toSheetLine';

/** A ticket on the sheet, with billing's own count where it is asked for. */
export type ShadowRow = ComparedTicket & Partial<CountedTicket>;

/** Columns of the sheet, in order. */
const COLUMNS = [
  'ticketId',
  'decidedAt',
  'billingAccountId',
  'line',
  'creditState',
  'reason',
  'isTakenByShadow',
  'isTakenByStaff',
  'staffValue',
  'verdict',
] as const satisfies readonly (keyof ComparedTicket)[];

/** Added where it is known where billing shows its own count. */
const COUNTED_COLUMNS = [...COLUMNS, 'nativeCount'] as const satisfies readonly (keyof CountedTicket)[];

/**
 * What shadow mode would have done against what staff did as lines of CSV with a head, every ticket on a line. `isCounted`: with
 * the column of billing's own count.
 */
export async function* toShadowSheet(
  pages: AsyncIterable<ShadowRow[]>,
  isCounted: boolean,
): AsyncGenerator<string> {
  const columns: readonly (keyof ShadowRow)[] = isCounted ? COUNTED_COLUMNS : COLUMNS;
  yield toSheetLine(columns);
  for await (const tickets of pages) {
    yield tickets.map((ticket) => toSheetLine(columns.map((name) => ticket[name] ?? null))).join('');
  }
}
