import { WEEKDAYS } from '../../../src/domain/line/careHours';
import type { CareHours } from '../../../src/domain/line/careHours';
import { readCare } from '../../../src/domain/line/readCare';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';

const read = (now: string, changes: Partial<CareHours> = {}) =>
  readCare({ ...DEFAULT_POLICY.careHours, ...changes }, new Date(now));

describe('the published hours of client care', () => {
  it.each([
    ['a Monday at 03:00 in Moscow', '2026-11-23T00:00:00.000Z', true, '2026-11-23T16:00:00.000Z'],
    ['a moment before', '2026-11-22T23:59:59.999Z', false, '2026-11-23T00:00:00.000Z'],
    ['a moment before 19:00', '2026-11-23T15:59:59.999Z', true, '2026-11-23T16:00:00.000Z'],
    ['19:00', '2026-11-23T16:00:00.000Z', false, '2026-11-24T00:00:00.000Z'],
    ['a Friday evening: the weekend is free', '2026-11-27T16:00:00.000Z', false, '2026-11-30T00:00:00.000Z'],
    [
      'a Sunday in Moscow that is a Saturday in UTC',
      '2026-11-28T22:00:00.000Z',
      false,
      '2026-11-30T00:00:00.000Z',
    ],
  ])('are told at %s', (_what, now, isOpen, changesAt) => {
    expect(read(now)).toEqual({ isOpen, changesAt });
  });
});

describe('hours that are not the published ones', () => {
  it('run over midnight into a day that is none of theirs', () => {
    const night = { timeZone: 'UTC', days: ['fri'], from: '22:00', to: '06:00' } satisfies CareHours;
    expect(read('2026-11-27T21:59:00.000Z', night)).toEqual({
      isOpen: false,
      changesAt: '2026-11-27T22:00:00.000Z',
    });
    expect(read('2026-11-28T05:59:00.000Z', night)).toEqual({
      isOpen: true,
      changesAt: '2026-11-28T06:00:00.000Z',
    });
    expect(read('2026-11-28T22:30:00.000Z', night)).toEqual({
      isOpen: false,
      changesAt: '2026-12-04T22:00:00.000Z',
    });
  });

  it('last a whole day when they end where they begin', () => {
    const day = { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '09:00' } satisfies CareHours;
    expect(read('2026-11-23T09:00:00.000Z', day)).toEqual({
      isOpen: true,
      changesAt: '2026-11-24T09:00:00.000Z',
    });
  });

  it('never change when every minute is theirs, or none', () => {
    const always = { days: [...WEEKDAYS], from: '00:00', to: '24:00' };
    expect(read('2026-11-23T09:00:00.000Z', always)).toEqual({ isOpen: true, changesAt: undefined });
    expect(read('2026-11-23T09:00:00.000Z', { days: [] })).toEqual({ isOpen: false, changesAt: undefined });
  });

  it('are told by clocks that are off by quarters of an hour', () => {
    const kathmandu = { timeZone: 'Asia/Kathmandu', from: '09:00', to: '18:00' };
    expect(read('2026-11-23T03:14:59.000Z', kathmandu)).toEqual({
      isOpen: false,
      changesAt: '2026-11-23T03:15:00.000Z',
    });
  });
});

describe('days on which clocks change', () => {
  // New York puts them forward on 8 March 2026 at 02:00 and back on 1 November at 02:00.
  const newYork = { timeZone: 'America/New_York', days: [...WEEKDAYS], from: '09:00', to: '17:00' };

  it('open at the time of the wall, an hour earlier or later in UTC', () => {
    expect(read('2026-03-07T23:00:00.000Z', newYork).changesAt).toBe('2026-03-08T13:00:00.000Z');
    expect(read('2026-03-06T23:00:00.000Z', newYork).changesAt).toBe('2026-03-07T14:00:00.000Z');
    expect(read('2026-10-31T22:00:00.000Z', newYork).changesAt).toBe('2026-11-01T14:00:00.000Z');
  });

  it('open at the change when the hour of opening is skipped', () => {
    const early = { ...newYork, from: '02:30', to: '05:00' };
    expect(read('2026-03-08T06:59:59.000Z', early)).toEqual({
      isOpen: false,
      changesAt: '2026-03-08T07:00:00.000Z',
    });
    expect(read('2026-03-08T07:00:00.000Z', early)).toEqual({
      isOpen: true,
      changesAt: '2026-03-08T09:00:00.000Z',
    });
  });

  it('are not open at all when all of the hours are skipped', () => {
    const skipped = { ...newYork, from: '02:10', to: '02:50' };
    expect(read('2026-03-08T06:00:00.000Z', skipped)).toEqual({
      isOpen: false,
      changesAt: '2026-03-09T06:10:00.000Z',
    });
  });

  it('open twice when the hours come twice', () => {
    const twice = { ...newYork, from: '01:15', to: '01:45' };
    const changes = ['2026-11-01T05:00:00.000Z'];
    for (let index = 0; index < 4; index += 1) changes.push(read(changes[index]!, twice).changesAt!);
    expect(changes.slice(1)).toEqual([
      '2026-11-01T05:15:00.000Z',
      '2026-11-01T05:45:00.000Z',
      '2026-11-01T06:15:00.000Z',
      '2026-11-01T06:45:00.000Z',
    ]);
  });

  it('close at the change when the clock jumps back out of the hours', () => {
    const late = { ...newYork, from: '01:30', to: '23:00' };
    expect(read('2026-11-01T05:45:00.000Z', late)).toEqual({
      isOpen: true,
      changesAt: '2026-11-01T06:00:00.000Z',
    });
    expect(read('2026-11-01T06:00:00.000Z', late)).toEqual({
      isOpen: false,
      changesAt: '2026-11-01T06:30:00.000Z',
    });
  });
});

describe('the next change, in any zone', () => {
  const zones = [
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Africa/Casablanca',
    'America/St_Johns',
  ];
  const hours = [
    { from: '03:00', to: '19:00' },
    { from: '02:15', to: '02:45' },
    { from: '23:30', to: '00:30' },
    { from: '01:59', to: '24:00' },
  ];

  it.each(zones.flatMap((timeZone) => hours.map((each) => [timeZone, each] as const)))(
    'is the first minute at which it is otherwise: %s %j',
    (timeZone, { from, to }) => {
      const rule: CareHours = { timeZone, days: ['mon', 'wed', 'sun'], from, to };
      const show = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
      });
      // A step that is no part of a week, so that every hour of the day and day of the week is met within a year.
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 67 * 3_600_000 + 17 * 60_000) {
        const { isOpen, changesAt } = readCare(rule, new Date(at));
        const change = Date.parse(changesAt!);
        expect(change).toBeGreaterThan(at);
        expect(readCare(rule, new Date(change)).isOpen).toBe(!isOpen);
        expect(readCare(rule, new Date(change - 1)).isOpen).toBe(isOpen);
        for (const part of [0, 0.1, 0.35, 0.6, 0.85, 0.999]) {
          expect(isOpenByText(rule, show, at + part * (change - at))).toBe(isOpen);
        }
      }
    },
  );
});

/** What a clock on the wall says, read another way: as text. */
function isOpenByText({ days, from, to }: CareHours, show: Intl.DateTimeFormat, at: number): boolean {
  const [weekday, time] = show.format(at).toLowerCase().split(/,? /);
  const isOf = (name: string | undefined) => days.some((day) => day === name);
  const dayBefore = WEEKDAYS[(WEEKDAYS.findIndex((day) => day === weekday) + 6) % 7];
  if (from < to) return isOf(weekday) && time! >= from && time! < to;
  return (isOf(weekday) && time! >= from) || (isOf(dayBefore) && time! < to);
}
