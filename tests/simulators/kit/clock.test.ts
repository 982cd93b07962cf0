import { buildClock } from '../../../src/simulators/kit/clock';

describe('buildClock', () => {
  it('stands where it was set and runs on from there', () => {
    const clock = buildClock();
    clock.set('2030-01-31T12:00:00Z');
    expect(clock.now().toISOString()).toMatch(/^2030-01-31T12:00:/);
  });

  it('goes forward and back by what it is told', () => {
    const clock = buildClock();
    clock.set('2030-01-31T12:00:00Z');
    clock.advance(86_400_000);
    expect(clock.now().toISOString().slice(0, 10)).toBe('2030-02-01');
    clock.advance(-2 * 86_400_000);
    expect(clock.now().toISOString().slice(0, 10)).toBe('2030-01-30');
  });

  it('takes a zone into account', () => {
    const clock = buildClock();
    clock.set('2030-01-31T12:00:00+03:00');
    expect(clock.now().toISOString()).toMatch(/^2030-01-31T09:00:/);
  });

  it('returns to the real time', () => {
    const clock = buildClock();
    clock.set('2030-01-31T12:00:00Z');
    clock.reset();
    expect(clock.now().getUTCFullYear()).toBe(new Date().getUTCFullYear());
  });

  it.each(['tomorrow', '5', '2030-01-31T12:00:00', '2030-13-01', ''])('refuses %j as an instant', (iso) => {
    const clock = buildClock();
    expect(() => {
      clock.set(iso);
    }).toThrow(RangeError);
  });

  it('refuses to leave the range of dates', () => {
    const clock = buildClock();
    expect(() => {
      clock.advance(8.64e15);
    }).toThrow(RangeError);
  });
});
