import fc from 'fast-check';
import { parseLosslessJson } from '../../../src/adapters/zendesk/parseLosslessJson';

describe('parseLosslessJson', () => {
  it('keeps integers of 16 digits and more as text, wherever they stand', () => {
    const text =
      '{"id":9007199254740993,"list":[12345678901234567890,-1234567890123456],"n":{"deep": 1234567890123456 }}';
    expect(parseLosslessJson(text)).toEqual({
      id: '9007199254740993',
      list: ['12345678901234567890', '-1234567890123456'],
      n: { deep: '1234567890123456' },
    });
  });

  it('leaves shorter integers, fractions and exponents numbers', () => {
    const text = '[123456789012345,-7,0,1234567890123456.5,1234567890123456e3,0.12345678901234567,1.5E+2]';
    expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
  });

  it('does not touch digits inside strings and keys', () => {
    const text = '{"9007199254740993":"id: 9007199254740993, next","url":"https://x/9007199254740993"}';
    expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
  });

  it('finds the end of strings that hold quotes and backslashes', () => {
    const text = String.raw`{"a":"\"9007199254740993","b":"\\","c":9007199254740993,"d":"\\\" 9007199254740993 \\"}`;
    expect(parseLosslessJson(text)).toEqual({
      a: '"9007199254740993',
      b: '\\',
      c: '9007199254740993',
      d: String.raw`\" 9007199254740993 ` + '\\',
    });
  });

  it('reads a top-level integer', () => {
    expect(parseLosslessJson('9007199254740993')).toBe('9007199254740993');
  });

  it.each(['', '<html>', '{"a":1', '{"a":"9007199254740993', '{"a":9007199254740993', '{"a":"\\'])(
    'fails on «%s» as JSON.parse does',
    (text) => {
      expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
    },
  );

  it('agrees with JSON.parse on any JSON without big integers', () => {
    const hasBigInteger = (text: string) => /\d{16,}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!hasBigInteger(text));
        expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('loses no digit of any big integer beside any text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 15n, max: 10n ** 30n }), fc.string(), (id, name) => {
        const text = `{"name":${JSON.stringify(name)},"id":${id},"again":[${JSON.stringify(name)},-${id}]}`;
        expect(parseLosslessJson(text)).toEqual({ name, id: String(id), again: [name, `-${id}`] });
      }),
    );
  });
});
