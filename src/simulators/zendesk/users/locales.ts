/** A language that the account speaks: its number in the API, and its name as people read it. */
type Locale = { id: number; locale: string; name: string };

const LOCALES: readonly [Locale, ...Locale[]] = [
  { id: 1, locale: 'en-US', name: 'English' },
  { id: 27, locale: 'ru', name: 'Русский' },
];

/** The language of a person's locale; the account's own, English, for any other. */
function findLocale(locale: string): Locale {
  return LOCALES.find((one) => one.locale.split('-')[0] === locale.split('-')[0]) ?? LOCALES[0];
}

export function toLocaleId(locale: string): string {
  return String(findLocale(locale).id);
}

/**
 * What `{{ticket.requester.language}}` becomes: the language's own name, as in the vendor's example
 * (SZ/articles/4408842967578, `when 'Italiano'`).
 */
export function toLanguageName(locale: string): string {
  return findLocale(locale).name;
}
