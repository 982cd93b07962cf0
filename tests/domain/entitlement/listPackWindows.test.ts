import { listPackWindows } from '../../../src/domain/entitlement/listPackWindows';
import { buildPack } from '../builders';

const at = (day: string) => `${day}T10:00:00.000Z`;
const monthly = (boughtOn: string, now: string, paidUntil?: string) =>
  listPackWindows(buildPack({ boughtAt: at(boughtOn), paidUntil }), 'month', now);

describe('listPackWindows', () => {
  it('gives a lifetime pack one window without an end, paid term or not', () => {
    const pack = buildPack({ boughtAt: at('2024-02-29'), paidUntil: at('2025-02-28') });
    expect(listPackWindows(pack, 'lifetime', at('2026-11-22'))).toEqual([
      { period: 'lifetime', effectiveAt: at('2024-02-29'), expiresAt: undefined },
    ]);
  });

  it.each([
    ['the moment of purchase', '2026-05-10', at('2026-05-10'), '2026-05-10', '2026-06-10'],
    [
      'a millisecond before the month ends',
      '2026-05-10',
      '2026-06-10T09:59:59.999Z',
      '2026-05-10',
      '2026-06-10',
    ],
    ['the very instant at which the month ends', '2026-05-10', at('2026-06-10'), '2026-06-10', '2026-07-10'],
    ['across a new year', '2026-12-20', at('2027-01-19'), '2026-12-20', '2027-01-20'],
    ['day 31 into a month of 28', '2026-01-31', at('2026-02-10'), '2026-01-31', '2026-02-28'],
    ['day 31 out of a month of 28', '2026-01-31', at('2026-03-01'), '2026-02-28', '2026-03-31'],
    ['day 31 back to day 31 after a month of 30', '2026-01-31', at('2026-05-02'), '2026-04-30', '2026-05-31'],
    ['day 31 into a leap February', '2028-01-31', at('2028-02-10'), '2028-01-31', '2028-02-29'],
    ['29 February into a year without one', '2024-02-29', at('2025-03-01'), '2025-02-28', '2025-03-29'],
    ['29 February into the next leap year', '2024-02-29', at('2028-03-05'), '2028-02-29', '2028-03-29'],
    ['century that is no leap year', '2099-12-31', at('2100-03-01'), '2100-02-28', '2100-03-31'],
    ['Europe putting clocks forward', '2026-03-10', at('2026-03-29'), '2026-03-10', '2026-04-10'],
    ['Europe putting clocks back', '2026-10-10', at('2026-10-25'), '2026-10-10', '2026-11-10'],
  ])('gives a monthly pack its month: %s', (_, boughtOn, now, from, until) => {
    expect(monthly(boughtOn, now)).toEqual([{ period: from, effectiveAt: at(from), expiresAt: at(until) }]);
  });

  it('leaves no gap and no overlap between the months of four years, for any day of purchase', () => {
    for (const boughtOn of ['2024-01-28', '2024-01-29', '2024-01-30', '2024-01-31', '2024-02-29']) {
      let [window] = monthly(boughtOn, at(boughtOn));
      for (let month = 0; month < 48; month += 1) {
        const [next] = monthly(boughtOn, window!.expiresAt!);
        expect(next!.effectiveAt).toBe(window!.expiresAt);
        expect(next!.period).not.toBe(window!.period);
        window = next;
      }
    }
  });

  it.each([
    ['at the very instant at which the paid term ends', '2026-05-10', at('2026-08-10'), at('2026-08-10')],
    ['after the paid term', '2026-05-10', at('2026-09-01'), at('2026-08-10')],
  ])('gives a monthly pack nothing %s', (_, boughtOn, now, paidUntil) => {
    expect(monthly(boughtOn, now, paidUntil)).toEqual([]);
  });

  it('can be used at once when its purchase seems to lie ahead, and grants nothing twice when it is there', () => {
    const now = '2026-05-10T01:00:00.000Z';
    expect(monthly('2026-05-10', now)).toEqual([
      { period: '2026-05-10', effectiveAt: now, expiresAt: at('2026-06-10') },
    ]);
    expect(monthly('2026-05-10', at('2026-05-11'))).toMatchObject([{ period: '2026-05-10' }]);
    const pack = buildPack({ boughtAt: at('2026-05-10') });
    expect(listPackWindows(pack, 'lifetime', now)).toMatchObject([{ effectiveAt: now }]);
  });

  it('is granted anew in each month of the paid term: ten for each of three months from 11 April', () => {
    const term = ['2026-04-11', '2026-04-30', '2026-05-11', '2026-06-12', '2026-07-11'].map((day) =>
      monthly('2026-04-11', at(day), at('2026-07-11')).map(({ period }) => period),
    );
    expect(term).toEqual([['2026-04-11'], ['2026-04-11'], ['2026-05-11'], ['2026-06-11'], []]);
  });

  it.each([
    ['before it', '2026-06-05'],
    ['after it', '2027-05-10'],
  ])('grants a month that has begun whole, also when the paid term ends %s', (_, paidUntil) => {
    expect(monthly('2026-05-10', at('2026-05-12'), at(paidUntil))).toEqual([
      { period: '2026-05-10', effectiveAt: at('2026-05-10'), expiresAt: at('2026-06-10') },
    ]);
  });

  it('leaves no day without credits when billing lets terms of a pack of 31 January end on the 28th', () => {
    const [first] = monthly('2026-01-31', at('2026-02-28'), at('2026-03-28'));
    const renewed = monthly('2026-01-31', at('2026-03-29'), at('2026-04-28'));
    expect(renewed).toEqual([first]);
    expect(first?.expiresAt).toBe(at('2026-03-31'));
  });
});
