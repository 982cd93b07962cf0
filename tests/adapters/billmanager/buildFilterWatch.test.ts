import { DEFAULT_COLUMNS } from '../../../src/adapters/billmanager/billmanagerColumns';
import { buildFilterWatch } from '../../../src/adapters/billmanager/buildFilterWatch';
import type { Panel } from '../../../src/adapters/billmanager/buildPanel';
import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { failureOf } from './askPanel';
import { buildRecordedLog } from './recordedLog';
import { toList } from './scriptedPanel';

const COUNTED = ['expense', 'payment', 'paidsupport'];
const log = buildRecordedLog();
beforeEach(() => log.lines.splice(0));

/** Looks at a panel that answers as given; `advance` moves the clock between two looks. */
const buildWatch = (answer: (func: string, params: Record<string, string>) => unknown) => {
  let time = Date.parse('2026-11-22T10:00:00Z');
  const asked: string[] = [];
  const panel: Panel = {
    async ask(func, params) {
      asked.push(func);
      const said = answer(func, params);
      if (said instanceof AdapterError) throw said;
      const decoded = said === undefined ? undefined : decodeDocument(JSON.stringify(said), func);
      if (decoded?.kind === 'error') throw new Error('a test shows no errors');
      return decoded;
    },
  };
  const watch = buildFilterWatch({
    logger: log,
    clock: { now: () => new Date(time) },
    counted: COUNTED,
  });
  const { signal } = new AbortController();
  const look = () => watch({ panel, signal, columns: DEFAULT_COLUMNS, accountFilter: 'account' });
  return { look, asked, advance: (ms: number) => (time += ms) };
};

const emptyForm = { doc: { account: {}, id: {}, createdate: { $: 'nodate' }, sender: { $: 'null' } } };
const isForm = (func: string) => func.endsWith('.filter');

/** A panel on which this list is shorter without a filter than with an empty one. */
const shorten = (shortened: string) => (func: string, params: Record<string, string>) => {
  if (isForm(func)) return emptyForm;
  return toList([{ id: '1' }], func === shortened && params['filter'] === undefined ? 3 : 10);
};

describe('buildFilterWatch', () => {
  it('fails for good on a list that is shorter without a filter than with an empty one', async () => {
    const { look } = buildWatch(shorten('payment'));
    const { code, retry, message } = await failureOf(look());
    expect([code, retry]).toEqual(['billing_filtered', false]);
    expect(message).toMatch(/func=payment .*reset it in BILLmanager as the service user/);
  });

  it('fails on a list that names its stored filter', async () => {
    const named = { doc: { elem: [], p_elems: { $: '0' }, saved_filters: { filter: { $: 'x' } } } };
    const { look } = buildWatch((func) => (func === 'expense' ? named : toList([])));
    expect((await failureOf(look())).code).toBe('billing_filtered');
  });

  it.each([
    ['expense', 'account', '5'],
    ['expense', 'fromdate', '2026-01-01'],
    ['expense', 'todate', '2026-01-01'],
    ['expense', 'locale_name', 'x'],
    ['expense', 'amount', '10'],
    ['payment', 'createdate', 'other'],
    ['payment', 'createdatestart', '2026-01-01'],
    ['payment', 'payfromdate', '2026-01-01'],
    ['paidsupport', 'id', '501'],
  ])('fails on a filter of %s by %s that only its form shows', async (list, field, text) => {
    const { look } = buildWatch((func) => {
      if (func === `${list}.filter`) return { doc: { [field]: { $: text } } };
      return isForm(func) ? emptyForm : toList([{ id: '1' }]);
    });
    const { code, message } = await failureOf(look());
    expect([code, message]).toEqual(['billing_filtered', expect.stringContaining(`func=${list} `)]);
  });

  it('fails at each look until the filter is gone, and not any longer', async () => {
    let isStored = true;
    const { look } = buildWatch((func, params) => shorten(isStored ? 'expense' : 'none')(func, params));
    expect((await failureOf(look())).code).toBe('billing_filtered');
    expect((await failureOf(look())).code).toBe('billing_filtered');
    isStored = false;
    await look();
  });

  it('only warns of lists by which clients are looked up, once an hour', async () => {
    const { look, advance } = buildWatch(shorten('user'));
    await look();
    advance(3_599_999);
    await look();
    expect(log.lines.map(({ level, fields }) => [level, fields['func']])).toEqual([['warn', 'user']]);
    advance(1);
    await look();
    expect(log.lines).toHaveLength(2);
  });

  it('says nothing of lists without one, nor of rows that were added while it looked', async () => {
    const { look } = buildWatch((func, params) =>
      isForm(func) ? emptyForm : toList([], params['filter'] === 'on' ? 10 : 11),
    );
    await look();
    expect(log.lines).toEqual([]);
  });

  it('looks at what is counted once a minute, and shares the look', async () => {
    const { look, asked, advance } = buildWatch(() => toList([]));
    await Promise.all([look(), look(), look()]);
    const [first] = [asked.splice(0)];
    expect(first).toHaveLength(15);
    advance(59_999);
    await look();
    expect(asked).toEqual([]);
    advance(1);
    await look();
    expect(asked).toEqual(COUNTED.flatMap((list) => [list, list, `${list}.filter`]));
  });

  it('fails with the panel when that is away, because what was not looked at is not known', async () => {
    const away = new AdapterError('away', { code: 'billing_unreachable', retry: true });
    const { look } = buildWatch((func) => (func === 'payment.filter' ? away : toList([])));
    expect(await failureOf(look())).toBe(away);
  });

  it.each(['billing_error', 'billing_missed'])(
    'fails nobody for a form that the panel refuses with %s, nor for a list that is not for us',
    async (code) => {
      const refused = new AdapterError('refused', { code, retry: false });
      const { look } = buildWatch((func) => {
        if (isForm(func)) return refused;
        return func === 'payment' ? undefined : toList([]);
      });
      await look();
      expect(log.lines).toEqual([]);
    },
  );
});
