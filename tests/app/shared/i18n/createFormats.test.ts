import { createFormats } from '../../../../src/app/shared/i18n/createFormats';

const plain = (text: string) => text.replace(/\s/g, ' ');

describe('createFormats', () => {
  it('writes cents as money of the locale', () => {
    expect(plain(createFormats('en-US').money(123_456))).toBe('EUR 1,234.56');
    expect(plain(createFormats('ru').money(123_456))).toBe('1 234,56 EUR');
  });

  it('gives gains and losses their sign, and nothing none', () => {
    const { signedCredits } = createFormats('en');
    expect([signedCredits(2), signedCredits(-1), signedCredits(0)]).toEqual(['+2', '\u22121', '0']);
  });

  it.each([
    [0, '0 minutes ago'],
    [119_000, '1 minute ago'],
    [3_600_000, '1 hour ago'],
    [47 * 3_600_000, '47 hours ago'],
    [48 * 3_600_000, '2 days ago'],
  ])('says an age of %i ms in the unit that fits', (ageMs, words) => {
    expect(createFormats('en').ago(ageMs)).toBe(words);
  });

  it.each([
    [5, '5 sec', '5 с'],
    [60, '1 min', '1 мин'],
    [90, '90 sec', '90 с'],
    [3_600, '1 hr', '1 ч'],
    [172_800, '2 days', '2 дн.'],
  ])('writes %i seconds in the largest unit that leaves a whole number', (seconds, english, russian) => {
    expect(createFormats('en').duration(seconds)).toBe(english);
    expect(plain(createFormats('ru').duration(seconds))).toBe(russian);
  });

  it('writes a day of UTC as that day, wherever the reader is, and shares with one decimal', () => {
    expect(createFormats('en').utcDay('2026-11-22')).toBe('Nov 22, 2026');
    expect(createFormats('en').percent(0.1234)).toBe('12.3%');
    expect(plain(createFormats('ru').percent(0.005))).toBe('0,5 %');
  });

  it('reads a locale that does not exist as English', () => {
    expect(createFormats('not a locale!').credits(1_000)).toBe('1,000');
  });
});
