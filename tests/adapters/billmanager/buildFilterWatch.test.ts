import { DEFAULT_COLUMNS } from '../../../src/adapters/billmanager/billmanagerColumns';
import { buildFilterWatch } from '../../../src/adapters/billmanager/buildFilterWatch';
import type { Panel } from '../../../src/adapters/billmanager/buildPanel';
import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildRecordedLog } from './recordedLog';
import { toList } from './scriptedPanel';

const LISTS = ['expense', 'payment', 'paidsupport', 'account', 'user', 'hostingpartner'];
const log = buildRecordedLog();
beforeEach(() => log.lines.splice(0));

/** Looks so many times at a panel that answers as given; `advance` moves the clock between two rounds. */
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
  const watch = buildFilterWatch({ logger: log, clock: { now: () => new Date(time) } });
  const { signal } = new AbortController();
  const look = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await watch({ panel, signal, columns: DEFAULT_COLUMNS, accountFilter: 'account' });
    }
  };
  return { look, asked, advance: (ms: number) => (time += ms) };
};

const emptyForm = { doc: { account: {}, id: {} } };
const isForm = (func: string) => func.endsWith('.filter');
const warnedOf = () => log.lines.map(({ level, fields }) => [level, fields['func']]);

describe('buildFilterWatch', () => {
  it('warns of a list that is shorter without a filter than with an empty one', async () => {
    const { look } = buildWatch((func, params) => {
      if (isForm(func)) return emptyForm;
      return toList([{ id: '1' }], func === 'payment' && params['filter'] === undefined ? 3 : 10);
    });
    await look(LISTS.length);
    expect(warnedOf()).toEqual([['warn', 'payment']]);
  });

  it('warns of a list that names its stored filter', async () => {
    const named = { doc: { elem: [], p_elems: { $: '0' }, saved_filters: { filter: { $: 'x' } } } };
    const { look } = buildWatch((func) => (func === 'expense' ? named : toList([])));
    await look(LISTS.length);
    expect(warnedOf()).toEqual([['warn', 'expense']]);
  });

  it('warns of a filter by account that only its form shows', async () => {
    const { look } = buildWatch((func) => {
      if (func === 'expense.filter') return { doc: { account: { $: '5' } } };
      return isForm(func) ? emptyForm : toList([{ id: '1' }]);
    });
    await look(LISTS.length);
    expect(warnedOf()).toEqual([['warn', 'expense']]);
  });

  it('says nothing of lists without one, nor of rows that were added while it looked', async () => {
    const { look } = buildWatch((func, params) =>
      isForm(func) ? undefined : toList([], params['filter'] === 'on' ? 10 : 11),
    );
    await look(LISTS.length);
    expect(log.lines).toEqual([]);
  });

  it('looks at one list each time, at each once an hour, and warns again while it lasts', async () => {
    const { look, asked, advance } = buildWatch((_func, params) =>
      toList([], params['filter'] === 'on' ? 2 : 1),
    );
    await look(1);
    expect(asked).toEqual(['expense', 'expense']);
    await look(10);
    expect(log.lines).toHaveLength(LISTS.length);
    advance(3_599_999);
    await look(10);
    expect(log.lines).toHaveLength(LISTS.length);
    advance(1);
    await look(10);
    expect(log.lines).toHaveLength(2 * LISTS.length);
  });

  it('fails nobody, whether a list is not for us or the panel is away', async () => {
    const away = new AdapterError('away', { code: 'billing_unreachable', retry: true });
    const { look } = buildWatch((func) => (func === 'user' ? away : undefined));
    await look(LISTS.length);
    expect(log.lines).toEqual([]);
  });
});
