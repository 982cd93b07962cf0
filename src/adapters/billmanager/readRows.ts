import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Answer } from './buildPanel';
import type { TreeNode } from './document/TreeNode';
import { toUnusableError } from './reading';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/** The rows of a list, a page at a time, so that no more than a page of them is held. */
export type Pages = AsyncIterable<readonly TreeNode[]>;

/** What is asked for: the function that shows the list, and the fields of an inline filter. */
export type List = { func: string; filter: Record<string, string> };

/** The most that a live install is known to give (billmanager.md 1.1); a panel may give less. */
const PAGE_SIZE = 1_000;

/** A reading ends some time, whatever the panel says: a million rows at the full size of a page. */
const MAX_PAGES = 1_000;

/**
 * Opens a list with an inline filter, which is not sticky as a stored one is (billmanager.md 1.1). Rows that come twice,
 * because the list moved between two pages, are given once. Rows that are missing at the end, or a list that became
 * shorter on the way, fail the reading, because a sum over a part would look like a sum. Where the panel does not count its
 * rows, they are complete when a page brings no new one. Undefined: the function is not for us.
 */
export async function readRows(reading: Reading, list: List): Promise<Pages | undefined> {
  const first = await readPage(reading, list, 1);
  return first && readPages(reading, list, first);
}

/** What is known of a list while it is read; no total as long as the panel counted nothing. */
type Progress = { seen: Set<string>; total?: number };

async function* readPages(reading: Reading, list: List, first: Answer): Pages {
  const progress: Progress = { seen: new Set() };
  let isWhole = yield* takePage(progress, list.func, first);
  for (let number = 2; !isWhole; number += 1) {
    if (number > MAX_PAGES) throw toUnusableError(list.func, `it has more than ${MAX_PAGES} pages`);
    const next = await readPage(reading, list, number);
    if (next === undefined) throw toPanelError(list.func, 'access');
    isWhole = yield* takePage(progress, list.func, next);
  }
}

/** Gives the rows of a page that are new, and answers whether they were the last. */
async function* takePage(
  progress: Progress,
  func: string,
  page: Answer,
): AsyncGenerator<TreeNode[], boolean> {
  const { seen } = progress;
  const rows = page.rows.filter((row) => isNew(row, seen));
  const total = readTotal(page, func) ?? progress.total;
  if (rows.length > 0) yield rows;
  // A panel that counts nothing may have more to show until a page of it brings nothing new.
  if (total === undefined) return rows.length === 0;
  const isShorter = total < (progress.total ?? 0);
  if (isShorter || (rows.length === 0 && seen.size < total)) throw toMovedError(func);
  progress.total = total;
  return seen.size >= total;
}

async function readPage(
  { panel, signal }: Reading,
  { func, filter }: List,
  number: number,
): Promise<Answer | undefined> {
  const params = { ...filter, filter: 'on', p_cnt: String(PAGE_SIZE), p_num: String(number) };
  const page = await panel.ask(func, params, signal);
  if (page?.isList === false) throw toUnusableError(func, 'it is no list');
  return page;
}

/** Adds the row to those seen; one without an id can only be taken for itself. */
function isNew(row: TreeNode, seen: Set<string>): boolean {
  const id = row.get('id') ?? `row ${seen.size}`;
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

/** How many rows the panel counts; undefined where it does not. */
function readTotal(page: Answer, func: string): number | undefined {
  const total = page.fields.get('p_elems');
  if (total !== undefined && !/^\d{1,9}$/.test(total)) throw toUnusableError(func, 'it counts no rows');
  return total === undefined ? undefined : Number(total);
}

function toMovedError(func: string): AdapterError {
  const options = { code: 'billing_unexpected_answer', retry: true };
  return new AdapterError(`BILLmanager showed fewer rows of func=${func} than it counts`, options);
}
