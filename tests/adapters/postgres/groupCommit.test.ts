import { buildGroupCommit } from '../../../src/adapters/postgres/groupCommit';

type Request = { key: string; value: number };

/** A group commit whose batches end only when the test lets them, with a record of what ran together. */
function open(
  options: {
    maxBatch?: number;
    maxInFlight?: number;
    fail?: (batch: Request[]) => boolean;
    failure?: string;
  } = {},
) {
  const batches: Request[][] = [];
  const doors: (() => void)[] = [];
  const submit = buildGroupCommit<Request, number>({
    maxBatch: options.maxBatch ?? 10,
    maxInFlight: options.maxInFlight ?? 1,
    keyOf: (request) => request.key,
    isOutage: (error) => error instanceof Error && error.message === 'database away',
    run: async (batch) => {
      batches.push(batch);
      await new Promise<void>((resolve) => doors.push(resolve));
      if (options.fail?.(batch)) throw new Error(options.failure ?? 'batch failed');
      return batch.map(({ value }) =>
        value < 0 ? { ok: false, error: new Error(`bad ${value}`) } : { ok: true, value: value * 2 },
      );
    },
  });
  const endOfTurn = () => new Promise((resolve) => setImmediate(resolve));
  /** Lets everything that runs now, and whatever starts because of it, end. */
  const finishAll = async () => {
    for (let round = 0; round < 100; round += 1) {
      doors.splice(0).forEach((door) => door());
      await endOfTurn();
    }
  };
  const values = () => batches.map((batch) => batch.map(({ value }) => value));
  return { submit, values, finishAll, endOfTurn };
}

describe('buildGroupCommit', () => {
  it('starts a lone request in its turn of the event loop, and puts those that wait meanwhile together', async () => {
    const { submit, values, finishAll, endOfTurn } = open();
    const first = submit({ key: 'k1', value: 1 });
    await endOfTurn();
    expect(values()).toEqual([[1]]);
    const others = [2, 3].map((value) => submit({ key: `k${value}`, value }));
    await finishAll();
    expect(values()).toEqual([[1], [2, 3]]);
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
  });

  it('puts those that ask in one turn together, also those who were just answered', async () => {
    const { submit, values, finishAll } = open();
    const askTwice = async (value: number) =>
      submit({ key: `k${value}`, value: await submit({ key: `k${value}`, value }) });
    const all = Promise.all([1, 2, 3].map(askTwice));
    await finishAll();
    expect(await all).toEqual([4, 8, 12]);
    expect(values()).toEqual([
      [1, 2, 3],
      [2, 4, 6],
    ]);
  });

  it('keeps batches to their size and their number', async () => {
    const { submit, values, finishAll, endOfTurn } = open({ maxBatch: 2, maxInFlight: 2 });
    const all = [1, 2, 3, 4, 5, 6].map((value) => submit({ key: `k${value}`, value }));
    await endOfTurn();
    expect(values()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await finishAll();
    expect(values()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(await Promise.all(all)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('never runs two requests of one key at the same time, and keeps their order', async () => {
    const { submit, values, finishAll } = open({ maxInFlight: 5 });
    const all = [1, 2, 3].map((value) => submit({ key: 'same', value }));
    const other = submit({ key: 'other', value: 9 });
    await finishAll();
    expect(values()).toEqual([[1, 9], [2], [3]]);
    expect(await Promise.all([...all, other])).toEqual([2, 4, 6, 18]);
  });

  it('fails one request alone when it alone failed', async () => {
    const { submit, finishAll } = open();
    const first = submit({ key: 'a', value: 1 });
    const bad = submit({ key: 'b', value: -1 });
    const good = submit({ key: 'c', value: 2 });
    const failed = expect(bad).rejects.toThrow('bad -1');
    await finishAll();
    await failed;
    expect(await Promise.all([first, good])).toEqual([2, 4]);
  });

  it('runs each request of a failed batch alone, so that the bad one hurts no other', async () => {
    const { submit, values, finishAll } = open({ fail: (batch) => batch.some(({ value }) => value === 13) });
    const first = submit({ key: 'a', value: 1 });
    const good = submit({ key: 'b', value: 2 });
    const bad = submit({ key: 'c', value: 13 });
    const failed = expect(bad).rejects.toThrow('batch failed');
    await finishAll();
    await failed;
    expect(await Promise.all([first, good])).toEqual([2, 4]);
    expect(values()).toEqual([[1, 2, 13], [1], [2], [13]]);
  });

  it('fails a whole batch at once while the database is away', async () => {
    const { submit, values, finishAll } = open({ fail: () => true, failure: 'database away' });
    const all = ['a', 'b', 'c'].map((key, index) => submit({ key, value: index }));
    const failed = Promise.all(all.map((each) => expect(each).rejects.toThrow('database away')));
    await finishAll();
    await failed;
    expect(values()).toEqual([[0, 1, 2]]);
  });
});
