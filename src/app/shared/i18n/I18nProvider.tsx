import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { createFormats } from './createFormats';
import { createTranslator } from './createTranslator';
import { I18nContext } from './I18nContext';
import { toLanguage } from './loadWords';
import { useWords } from './useWords';

type I18nProviderProps = {
  /** The agent's BCP 47 locale. */
  locale: string;
  /** What stands there until the words are loaded; it has none. */
  fallback: ReactNode;
  children: ReactNode;
};

/** Gives everything below the agent's language, and tells it to the page for screen readers. */
export function I18nProvider({ locale, fallback, children }: I18nProviderProps) {
  const language = toLanguage(locale);
  const words = useWords('sidebar', language);
  const i18n = useMemo(
    () => words && { t: createTranslator(language, words), format: createFormats(locale), language, words },
    [language, locale, words],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return i18n ? <I18nContext.Provider value={i18n}>{children}</I18nContext.Provider> : fallback;
}
