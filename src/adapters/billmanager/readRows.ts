import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Row } from './decodeDocument';
import { toUnusableError } from './reading';
import type { Reading } from './reading';

const PAGE_SIZE = 1_000;

/** One reading may not hold the memory of a whole billing; filters keep real lists far below. */
const MAX_PAGES = 50;

/**
 * Reads all pages of a list with an inline filter, which is not sticky as a stored one is (billmanager.md 1.1). Rows
 * that come twice, because the list moved between two pages, are kept once; rows that are missing at the end fail the
 * reading, because a sum over a part would look like a sum. Undefined: the function is not for us.
 */
export async function readRows(
  { panel, signal }: Reading,
  func: string,
  filter: Record<string, string>,
): Promise<Row[] | undefined> {
  const rows = new Map<string, Row>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const params = { ...filter, filter: 'on', p_cnt: String(PAGE_SIZE), p_num: String(page) };
    const answer = await panel.ask(func, params, signal);
    if (answer === undefined) return undefined;
    if (!answer.isList) throw toUnusableError(func, 'it is no list');
    const countBefore = rows.size;
    for (const row of answer.rows) rows.set(row.get('id') ?? `row ${rows.size}`, row);
    const total = Number(answer.fields.get('p_elems') ?? rows.size);
    if (rows.size >= total) return [...rows.values()];
    if (rows.size === countBefore) throw toMovedError(func);
  }
  throw toUnusableError(func, `it has more than ${MAX_PAGES} pages`);
}

function toMovedError(func: string): AdapterError {
  const options = { code: 'billing_unexpected_answer', retry: true };
  return new AdapterError(`BILLmanager showed fewer rows of func=${func} than it counts`, options);
}
