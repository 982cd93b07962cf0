/** Numbers, money and times as this agent reads them. Times go in as ISO 8601 and come out in the browser's zone. */
export type Formats = {
  /** Cents of EUR, as «EUR 37.00». */
  money(cents: number): string;
  /** Whole credits. */
  credits(amountCredits: number): string;
  /** Whole credits with their sign; 0 has none. */
  signedCredits(amountCredits: number): string;
  /** Hours and minutes. */
  time(iso: string): string;
  /** Day and month, and the time. */
  dayAndTime(iso: string): string;
  /** Day, month and year. */
  date(iso: string): string;
  /** The hour today; a day of the coming week with its name; else the date: when something comes, seen from `now`. */
  soon(iso: string, now: string): string;
  /** A day of UTC, as `2026-11-22`: day, month and year. */
  utcDay(day: string): string;
  /** A share of 1, as «12.5%». */
  percent(share: number): string;
  /** Whole seconds in the largest unit that leaves a whole number. */
  duration(seconds: number): string;
  /** The words with a capital first letter. */
  sentence(words: string): string;
  /** «2 minutes ago». */
  ago(ageMs: number): string;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Units of durations, in seconds, the longest first. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Formats for a BCP 47 locale; an unknown one is read as English. */
export function createFormats(locale: string): Formats {
  const known = toKnownLocale(locale);
  const money = once(
    () => new Intl.NumberFormat(known, { style: 'currency', currency: 'EUR', currencyDisplay: 'code' }),
  );
  const credits = once(() => new Intl.NumberFormat(known));
  const signed = once(() => new Intl.NumberFormat(known, { signDisplay: 'exceptZero' }));
  const time = once(() => new Intl.DateTimeFormat(known, { timeStyle: 'short' }));
  const day = once(() => new Intl.DateTimeFormat(known, { day: 'numeric', month: 'short' }));
  const date = once(() => new Intl.DateTimeFormat(known, { dateStyle: 'medium' }));
  const utcDay = once(() => new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeZone: 'UTC' }));
  const percent = once(() => new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 1 }));
  const weekday = once(() => new Intl.DateTimeFormat(known, { weekday: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(known, { numeric: 'always' }));
  return {
    money: (cents) => money().format(cents / 100),
    credits: (amount) => credits().format(amount),
    // A hyphen would stand lower and narrower than the plus above it.
    signedCredits: (amount) => signed().format(amount).replace('-', '\u2212'),
    time: (iso) => time().format(new Date(iso)),
    dayAndTime: (iso) => `${day().format(new Date(iso))}, ${time().format(new Date(iso))}`,
    date: (iso) => date().format(new Date(iso)),
    soon: (iso, now) => {
      const at = new Date(iso);
      if (at.toDateString() === new Date(now).toDateString()) return time().format(at);
      const isThisWeek = Date.parse(iso) - Date.parse(now) < 6 * DAY_MS;
      return `${isThisWeek ? weekday().format(at) : day().format(at)}, ${time().format(at)}`;
    },
    utcDay: (day) => utcDay().format(new Date(day)),
    percent: (share) => percent().format(share),
    duration: (seconds) => {
      const [unit, length] = UNITS.find(([, each]) => seconds % each === 0) ?? (['second', 1] as const);
      return new Intl.NumberFormat(known, { style: 'unit', unit }).format(seconds / length);
    },
    sentence: (words) => words.charAt(0).toLocaleUpperCase(known) + words.slice(1),
    ago: (ageMs) => {
      if (ageMs < HOUR_MS) return relative().format(-Math.floor(ageMs / MINUTE_MS), 'minute');
      if (ageMs < 2 * DAY_MS) return relative().format(-Math.floor(ageMs / HOUR_MS), 'hour');
      return relative().format(-Math.floor(ageMs / DAY_MS), 'day');
    },
  };
}

/** A format is made when it is first used: each takes the browser milliseconds, and a first look needs few of them. */
function once<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => (made ??= make());
}

function toKnownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
