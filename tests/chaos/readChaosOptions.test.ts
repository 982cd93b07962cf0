import { readChaosOptions } from './readChaosOptions';

describe('the command line of a run', () => {
  it('is one of lives unless faults are asked for, all of them or some', () => {
    expect(readChaosOptions(['--tickets', '7', '--seed', 'x'])).toEqual({
      ok: true,
      options: { tickets: 7, seed: 'x', onlyPlan: false, faults: undefined },
    });
    expect(readChaosOptions(['--faults'])).toMatchObject({ ok: true, options: { faults: [] } });
    expect(readChaosOptions(['--faults', 'disk-full', 'postgres-cut'])).toMatchObject({
      options: { faults: ['disk-full', 'postgres-cut'] },
    });
  });

  it.each([
    ['a fault that there is not', ['--faults', 'disk-half-full'], 'There is no disk-half-full.'],
    ['a fault without the word for it', ['disk-full'], 'There is no disk-full.'],
    ['no number of tickets', ['--tickets', 'many'], '--tickets wants a whole number, not many.'],
    ['an option that there is not', ['--fault'], "'--fault'"],
  ])('refuses %s, and says what there is', (_what, args, problem) => {
    const read = readChaosOptions(args);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    expect(read).toMatchObject({ problem: expect.stringContaining('--faults   lets each way') });
  });
});
