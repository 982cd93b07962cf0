import { createInstance } from 'i18next';
import english from '../../../../translations/en.json';
import russian from '../../../../translations/ru.json';
import type { TranslationKey } from './TranslationKey';

/** Values put into a sentence; `count` also chooses the plural form. Texts stay text: React escapes them. */
export type TranslationValues = Record<string, string | number>;

export type Translate = (key: TranslationKey, values?: TranslationValues) => string;

/** The language of the words for a locale of an agent: Russian for `ru` and `ru-*`, else English. */
export function toLanguage(locale: string): 'en' | 'ru' {
  return /^ru\b/i.test(locale) ? 'ru' : 'en';
}

/** Makes the function that turns keys into sentences (i18next, JSON v4 plurals). */
export function createTranslator(locale: string): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: toLanguage(locale),
    fallbackLng: 'en',
    // Both languages are in the bundle, so nothing has to be waited for.
    initAsync: false,
    resources: { en: { translation: english.sidebar }, ru: { translation: russian.sidebar } },
    interpolation: { escapeValue: false },
  });
  return (key, values) => i18n.t(key, { ...values });
}
