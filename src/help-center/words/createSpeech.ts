import { english } from './english';
import { russian } from './russian';
import type { WordKey } from './WordKey';

type Values = Record<string, string | number>;

/** Sentences, numbers and times for one reader. Times go in as ISO 8601 and come out in the browser's zone. */
export type Speech = {
  /** A sentence; `count` also chooses its plural form. */
  t(key: WordKey, values?: Values): string;
  /** A sentence by a key that came from outside; undefined when there is none. */
  find(key: string): string | undefined;
  /** Cents of EUR, as «EUR 37.00». */
  money(cents: number): string;
  number(value: number): string;
  /** With its sign; 0 has none. */
  signed(value: number): string;
  date(iso: string): string;
  dayAndTime(iso: string): string;
  /** The hour today; a day of the coming week with its name; else the date. */
  soon(iso: string, nowMs: number): string;
};

const DAY_MS = 24 * 60 * 60_000;

/** Speech for a page in `lang` (BCP 47): Russian for `ru` and `ru-*`, else English. */
export function createSpeech(lang: string): Speech {
  const isRussian = /^ru\b/i.test(lang);
  const locale = isKnown(lang) ? lang : 'en';
  const find = (key: string) => findSentence(isRussian ? russian : english, key);
  const plurals = new Intl.PluralRules(isRussian ? 'ru' : 'en');
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    currencyDisplay: 'code',
  });
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(iso));
  const time = (iso: string) => format(iso, { timeStyle: 'short' });
  return {
    t: (key, values = {}) => {
      const { count } = values;
      const counted = typeof count === 'number' ? find(`${key}_${plurals.select(count)}`) : undefined;
      return (counted ?? find(key) ?? key).replace(/\{\{(\w+)\}\}/g, (hole, name: string) =>
        String(values[name] ?? hole),
      );
    },
    find,
    money: (cents) => money.format(cents / 100),
    number: (value) => number.format(value),
    // A hyphen would stand lower and narrower than the plus above it.
    signed: (value) => signed.format(value).replace('-', '\u2212'),
    date: (iso) => format(iso, { dateStyle: 'medium' }),
    dayAndTime: (iso) => `${format(iso, { day: 'numeric', month: 'short' })}, ${time(iso)}`,
    soon: (iso, nowMs) => {
      if (new Date(iso).toDateString() === new Date(nowMs).toDateString()) return time(iso);
      const isThisWeek = Date.parse(iso) - nowMs < 6 * DAY_MS;
      return `${format(iso, isThisWeek ? { weekday: 'short' } : { day: 'numeric', month: 'short' })}, ${time(iso)}`;
    },
  };
}

function isKnown(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}

type Node = string | { readonly [key: string]: Node } | undefined;

function findSentence(words: Node, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<Node>(
      (node, step) => (typeof node === 'object' && Object.hasOwn(node, step) ? node[step] : undefined),
      words,
    );
  return typeof found === 'string' ? found : undefined;
}
