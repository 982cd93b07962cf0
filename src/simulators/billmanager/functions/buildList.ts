import { wrapInEnvelope } from '../wire/envelope';
import type { WireRow } from '../wire/columns';
import { filterRows } from '../wire/listFilters';
import type { ListFilter } from '../wire/listFilters';
import type { Billing, BillingFunction, FunctionCall } from './billingFunction';
import { readSavedFilter } from './savedFilters';

/** A list of the panel. */
export type List<Row extends { id: string }> = {
  /** What the panel calls one of its rows. */
  object: string;
  /** Clients may see a list of this level 16, and of it what `read` gives for their own account. */
  level: 16 | 29;
  /** All rows; those of one account where rows belong to accounts, so that nothing else has to be looked through. */
  read(billing: Billing, accountId?: string): readonly Row[];
  toRow(row: Row, call: FunctionCall): WireRow;
  filters: readonly ListFilter<Row>[];
};

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/** The filter of rows that belong to an account; `read` of the list meets it already. */
export const ACCOUNT_FILTER: ListFilter<{ accountId: string }> = {
  param: 'account',
  match: 'exact',
  read: (row) => row.accountId,
};

/**
 * The function that shows a list, a page at a time, with its `p_*` figures; `elem` is absent when the page is empty
 * (billmanager.md 1.2). Rows become wire rows only on the page that shows them.
 */
export function buildList<Row extends { id: string }>(list: List<Row>): BillingFunction {
  return {
    level: list.level,
    answer: (call) => {
      const rows = readListRows(list, call);
      const size = Math.min(parseCount(call.params['p_cnt']) ?? PAGE_SIZE, MAX_PAGE_SIZE);
      const number = parseCount(call.params['p_num']) ?? 1;
      const elem = rows.slice((number - 1) * size, number * size).map((row) => list.toRow(row, call));
      return wrapInEnvelope(call, {
        ...(elem.length > 0 ? { elem } : {}),
        metadata: { $name: call.func, $type: 'list', $key: 'id', $mgr: 'billmgr' },
        p_cnt: { $: String(size) },
        p_elems: { $: String(rows.length) },
        p_num: { $: String(number) },
        p_order: { $: 'asc' },
        p_sort: { $: 'id' },
        p_possible_filters: { filter: list.filters.map(({ param }) => ({ $name: param })) },
        // A stored filter leaves no trace in the answer: it shortens the list silently (billmanager.md 1.1).
        saved_filters: {},
      });
    },
  };
}

/**
 * The rows a call gets to see. A filter in the call stands for the stored one, unless the panel is set to mix the two; a
 * caller whose rights fall short is shown every second row, and a count of those.
 */
function readListRows<Row extends { id: string }>(list: List<Row>, call: FunctionCall): readonly Row[] {
  const { billing, caller, params } = call;
  const saved = readSavedFilter(billing.store, { user: caller.name, list: call.func });
  const isInline = params['filter'] === 'on';
  const isSavedMet = !isInline || billing.settings().mixesFilters === true;
  const filters = [...(isInline ? [params] : []), ...(isSavedMet ? [saved] : [])];
  const accountId = caller.accountId ?? filters.map((fields) => fields['account']).find(Boolean);
  const rows = filters.reduce(
    (left, fields) => filterRows(left, list.filters, { fields, index: billing.store.index() }),
    list.read(billing, accountId),
  );
  return call.seesHalf ? rows.filter((_row, index) => index % 2 === 0) : rows;
}

function parseCount(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
