import type { Pool } from 'pg';
import { rowsSql, toArrays } from '../../../src/adapters/postgres/ledger/arrays';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

const send = async (rows: Record<string, unknown>[]) =>
  (
    await pool.query<Record<string, unknown>>(
      `select * from ${rowsSql(
        'sent',
        [
          ['words', 'text'],
          ['number', 'integer'],
          ['flag', 'boolean'],
        ],
        1,
      )}`,
      toArrays(rows, ['words', 'number', 'flag']),
    )
  ).rows;

describe('rows as arrays', () => {
  it.each([
    ['quotes and backslashes', String.raw`a "b" \c\ 'd'`],
    ['braces and commas', '{a,b},{}'],
    ['the word null', 'NULL'],
    ['nothing', ''],
    ['lines and other scripts', 'первая\n\tвторая, 漢字 🙂'],
    ['JSON', JSON.stringify({ reason: 'said "no"\\' })],
  ])('carry text with %s to the letter', async (_what, words) => {
    expect(await send([{ words, number: 1, flag: true }])).toEqual([{ words, number: 1, flag: true }]);
  });

  it('carry what is absent as null, and keep the order of the rows', async () => {
    const rows = [
      { words: null, number: -7, flag: false },
      { words: 'b', number: null, flag: null },
    ];
    expect(await send(rows)).toEqual(rows);
  });

  it('carry no rows at all', async () => {
    expect(await send([])).toEqual([]);
  });

  it('refuse what is no plain value', () => {
    expect(() => toArrays([{ words: { a: 1 } }], ['words'])).toThrow('no plain value');
  });
});
