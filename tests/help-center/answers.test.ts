import type { ZodMiniType } from 'zod/mini';
import { clientCreditsSchema, publicRulesSchema, TICKET_COSTS } from '../../src/contract/clientCredits';
import { clientEntriesPageSchema, clientReceiptSchema } from '../../src/contract/clientEntries';
import { ENTRY_KINDS } from '../../src/contract/entryView';
import { isCredits, isEntriesPage, isReceipt, isRules } from '../../src/help-center/bridge/answers';
import { buildCredits, buildEntry, RECEIPTS } from './answersOnTest';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** The value with each of its parts, however deep, taken away or turned into something else, one at a time. */
function* bend(value: Json): Generator<Json | undefined> {
  yield* [undefined, null, 'x', -1, 1.5, true, [], {}];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const bent of bend(item)) yield value.map((kept, at) => (at === index ? (bent as Json) : kept));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value))
      for (const bent of bend(value[key]!)) yield { ...value, [key]: bent as Json };
  }
}

const ANSWERS: [string, ZodMiniType, (value: unknown) => boolean, unknown][] = [
  ['credits', clientCreditsSchema, isCredits, buildCredits()],
  ['rules', publicRulesSchema, isRules, buildCredits()],
  ['a page', clientEntriesPageSchema, isEntriesPage, { entries: [buildEntry()], before: '2' }],
  ...RECEIPTS.map((receipt): [string, ZodMiniType, (value: unknown) => boolean, unknown] => [
    `a receipt of ${receipt.entry.kind}`,
    clientReceiptSchema,
    isReceipt,
    receipt,
  ]),
];

describe('the checks of what the bridge answers', () => {
  it.each(ANSWERS)('believe exactly what the contract promises: %s', (_name, schema, isRight, answer) => {
    expect(isRight(answer)).toBe(true);
    let count = 0;
    for (const bent of bend(answer as Json)) {
      const isPromised = schema.safeParse(bent).success;
      if (isRight(bent) !== isPromised) throw new Error(`judged otherwise: ${JSON.stringify(bent)}`);
      count += 1;
    }
    expect(count).toBeGreaterThan(50);
  });

  it('know every kind of entry and every cost', () => {
    for (const kind of ENTRY_KINDS) {
      expect(isEntriesPage({ entries: [buildEntry({ kind })], before: null })).toBe(true);
    }
    for (const cost of TICKET_COSTS) expect(isCredits(buildCredits({ cost }))).toBe(true);
  });

  it('let be what a newer bridge adds', () => {
    expect(isCredits({ ...buildCredits(), more: [1] })).toBe(true);
  });
});
