import { toCsvLine } from './toCsvLine';

/** What a spreadsheet takes for the beginning of a formula (OWASP, «CSV Injection»). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV that people open in a spreadsheet: a text that would be run as a formula is shown as the text that it is. */
export function toSheetLine(cells: readonly (string | number | boolean | null)[]): string {
  return toCsvLine(cells.map((cell) => (typeof cell === 'number' ? cell : toText(cell))));
}

function toText(cell: string | boolean | null): string {
  const text = String(cell ?? '');
  return FORMULA.test(text) ? `'${text}` : text;
}
