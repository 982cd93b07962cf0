import { createFormats } from '../../src/app/shared/i18n/createFormats';
import { createTranslator } from '../../src/app/shared/i18n/createTranslator';
import type { Translate } from '../../src/app/shared/i18n/createTranslator';
import { toLanguage } from '../../src/app/shared/i18n/loadWords';
import type { MoreTranslationKey } from '../../src/app/shared/i18n/TranslationKey';
import english from '../../translations/en.json';
import russian from '../../translations/ru.json';

/** Everything that the screens say to an agent of this locale, and how they write numbers and times. */
export function speak(locale: string) {
  const language = toLanguage(locale);
  const { sidebar, more } = { en: english, ru: russian }[language];
  const t: Translate<MoreTranslationKey> = createTranslator(language, { ...sidebar, ...more });
  return { t, format: createFormats(locale) };
}
