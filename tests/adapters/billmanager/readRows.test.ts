import { DEFAULT_COLUMNS } from '../../../src/adapters/billmanager/billmanagerColumns';
import type { Panel } from '../../../src/adapters/billmanager/buildPanel';
import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import { readRows } from '../../../src/adapters/billmanager/readRows';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { toList } from './scriptedPanel';

/** Reads `expense` from a panel that shows these pages, page by page. */
const read = async (answerOf: (page: number) => unknown) => {
  const asked: Record<string, string>[] = [];
  const panel: Panel = {
    async ask(func, params) {
      asked.push(params);
      const said = answerOf(Number(params['p_num']));
      if (said === undefined) return undefined;
      const decoded = decodeDocument(JSON.stringify(said), func);
      if (decoded.kind === 'error') throw new Error('a test shows no errors');
      return decoded;
    },
  };
  const { signal } = new AbortController();
  const reading = { panel, signal, columns: DEFAULT_COLUMNS, accountFilter: 'account' };
  const pages = await readRows(reading, { func: 'expense', filter: { account: '7' } });
  const ids: (string | undefined)[][] = [];
  const error: unknown = await (async () => {
    for await (const rows of pages ?? []) ids.push(rows.map((row) => row.get('id')));
  })().catch((reason: unknown) => reason);
  const code = error instanceof AdapterError ? [error.code, error.retry] : error;
  return { isForUs: pages !== undefined, ids, code, asked };
};

const page = (ids: number[], total: number) =>
  toList(
    ids.map((id) => ({ id: String(id) })),
    total,
  );

describe('readRows', () => {
  it('asks for pages of a thousand with an inline filter', async () => {
    const { asked } = await read(() => page([1], 1));
    expect(asked).toEqual([{ account: '7', filter: 'on', p_cnt: '1000', p_num: '1' }]);
  });

  it('reads on until the rows are complete, though the panel gives fewer than asked for', async () => {
    const { ids, code } = await read((number) =>
      page([number * 2, number * 2 + 1].slice(0, number === 3 ? 1 : 2), 5),
    );
    expect([ids, code]).toEqual([[['2', '3'], ['4', '5'], ['6']], undefined]);
  });

  it('holds one page at a time: the next is asked for when the last was taken', async () => {
    const { asked, ids } = await read((number) => page([number], 100));
    expect([asked.length, ids.length]).toEqual([100, 100]);
  });

  it.each([
    ['moves onto the next page', [[1, 2], [2, 3], [4]], [4, 4, 4], [['1', '2'], ['3'], ['4']]],
    ['is added meanwhile', [[1, 2], [3, 4], [5]], [4, 5, 5], [['1', '2'], ['3', '4'], ['5']]],
  ])('keeps each row once when one %s', async (_, pages, totals, expected) => {
    const { ids, code } = await read((number) => page(pages[number - 1] ?? [], totals[number - 1] ?? 0));
    expect([ids, code]).toEqual([expected, undefined]);
  });

  it.each([
    ['shows fewer rows than it counts', [[1, 2], []], [4, 4]],
    [
      'repeats a page instead of going on',
      [
        [1, 2],
        [1, 2],
      ],
      [4, 4],
    ],
    ['became shorter on the way, so that a row slipped to a page that was read', [[1, 2], [4]], [4, 3]],
  ])('fails, to be asked again, when the list %s', async (_, pages, totals) => {
    const { code } = await read((number) => page(pages[number - 1] ?? [], totals[number - 1] ?? 0));
    expect(code).toEqual(['billing_unexpected_answer', true]);
  });

  it('does not read without end', async () => {
    const { asked, code } = await read((number) => page([number], 1_000_000));
    expect([asked.length, code]).toEqual([1_000, ['billing_unexpected_answer', false]]);
  });

  it.each([
    ['an echo', { doc: { elid: { $: '1' } } }],
    ['a list that counts its rows in words', { doc: { elem: [{ id: { $: '1' } }], p_elems: { $: 'many' } } }],
  ])('refuses %s', async (_, said) => {
    const failing = read(() => said).then(({ code }) => code);
    const code: unknown = await failing.catch((error: AdapterError) => [error.code, error.retry]);
    expect(code).toEqual(['billing_unexpected_answer', false]);
  });

  const uncounted = (ids: number[]) => ({
    doc: { elem: ids.map((id) => ({ id: { $: String(id) } })), metadata: { $type: 'list' } },
  });

  it.each([
    ['the page behind the last is empty', [[1, 2], [3, 4], [5]]],
    ['the last page is given again instead', [[1, 2], [3, 4], [5], [5]]],
  ])('reads a list that counts nothing to its end, where %s', async (_, pages) => {
    const { ids, asked, code } = await read((number) => uncounted(pages[number - 1] ?? []));
    expect([ids, code]).toEqual([[['1', '2'], ['3', '4'], ['5']], undefined]);
    expect(asked).toHaveLength(4);
  });

  it('does not take a page that counts nothing for the end of a list that was counted', async () => {
    const { code } = await read((number) => (number === 1 ? page([1, 2], 4) : uncounted([])));
    expect(code).toEqual(['billing_unexpected_answer', true]);
  });

  it('asks once for a list that counts nothing and is empty', async () => {
    const { ids, asked } = await read(() => uncounted([]));
    expect([ids, asked.length]).toEqual([[], 1]);
  });

  it('says when a list is not for us', async () => {
    expect((await read(() => undefined)).isForUs).toBe(false);
    const { code } = await read((number) => (number === 1 ? page([1], 2) : undefined));
    expect(code).toEqual(['billing_unauthorized', false]);
  });
});
