import type { FunctionCall } from '../functions/billingFunction';
import type { WireNode, WireRow } from './columns';
import { wrapInEnvelope } from './envelope';

/**
 * How a parameter of an inline filter meets a column: `text` as a substring in any case, as the panel does,
 * `exact` on the code or id, `from` and `to` on days, both inclusive.
 */
export type ListFilter = { param: string; column: string; match: 'text' | 'exact' | 'from' | 'to' };

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/** A page of a list with its `p_*` figures; `elem` is absent when the page is empty (billmanager.md 1.2). */
export function buildListDocument(
  call: FunctionCall,
  list: { rows: readonly WireRow[]; filters: readonly ListFilter[] },
): WireNode {
  const { params } = call;
  const rows = params['filter'] === 'on' ? filterRows(list.rows, list.filters, params) : list.rows;
  const size = Math.min(parseCount(params['p_cnt']) ?? PAGE_SIZE, MAX_PAGE_SIZE);
  const number = parseCount(params['p_num']) ?? 1;
  const elem = rows.slice((number - 1) * size, number * size);
  return wrapInEnvelope(call, {
    ...(elem.length > 0 ? { elem } : {}),
    metadata: { $name: call.func, $type: 'list', $key: 'id', $mgr: 'billmgr' },
    p_cnt: { $: String(size) },
    p_elems: { $: String(rows.length) },
    p_num: { $: String(number) },
    p_order: { $: 'asc' },
    p_sort: { $: 'id' },
    p_possible_filters: { filter: list.filters.map(({ param }) => ({ $name: param })) },
    saved_filters: {},
  });
}

/** A filter the list does not know, or an empty one, narrows nothing: a client has to compare what it gets. */
function filterRows(
  rows: readonly WireRow[],
  filters: readonly ListFilter[],
  params: Record<string, string>,
): WireRow[] {
  return rows.filter((row) =>
    filters.every((filter) => {
      const wanted = params[filter.param];
      return wanted === undefined || wanted === '' || isMatch(row, filter, wanted);
    }),
  );
}

function isMatch(row: WireRow, filter: ListFilter, wanted: string): boolean {
  const column = row[filter.column] ?? {};
  const text = column.$ ?? '';
  switch (filter.match) {
    case 'text':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'exact':
      return (column.$orig ?? text) === wanted;
    case 'from':
      return text >= wanted;
    case 'to':
      return text <= wanted;
  }
}

function parseCount(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
