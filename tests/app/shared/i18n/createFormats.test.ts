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

  it('reads a locale that does not exist as English', () => {
    expect(createFormats('not a locale!').credits(1_000)).toBe('1,000');
  });
});
