import type { BillingIndex } from '../state/billingIndex';

/**
 * How a parameter of a filter meets a row: `text` as a substring in any case, as the panel does, `exact` on the code or
 * id, `from` and `to` on days, both inclusive.
 */
export type ListFilter<Row> = {
  param: string;
  match: 'text' | 'exact' | 'from' | 'to';
  read(row: Row, index: BillingIndex): string;
};

/** The rows that meet every given field. A field the list does not know, or an empty one, narrows nothing. */
export function filterRows<Row>(
  rows: readonly Row[],
  filters: readonly ListFilter<Row>[],
  given: { fields: Record<string, string>; index: BillingIndex },
): readonly Row[] {
  const wanted = filters.flatMap((filter) => {
    const value = given.fields[filter.param] ?? '';
    return value === '' ? [] : [buildTest(filter, value, given.index)];
  });
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.every((isMet) => isMet(row)));
}

function buildTest<Row>(
  { match, read }: ListFilter<Row>,
  value: string,
  index: BillingIndex,
): (row: Row) => boolean {
  switch (match) {
    case 'text': {
      const folded = value.toLowerCase();
      return (row) => read(row, index).toLowerCase().includes(folded);
    }
    case 'exact':
      return (row) => read(row, index) === value;
    case 'from':
      return (row) => read(row, index) >= value;
    case 'to':
      return (row) => read(row, index) <= value;
  }
}
