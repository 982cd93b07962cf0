import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { createFormats } from './createFormats';
import { createTranslator, toLanguage } from './createTranslator';
import { I18nContext } from './I18nContext';

type I18nProviderProps = {
  /** The agent's BCP 47 locale. */
  locale: string;
  children: ReactNode;
};

/** Gives everything below the agent's language, and tells it to the page for screen readers. */
export function I18nProvider({ locale, children }: I18nProviderProps) {
  const i18n = useMemo(() => ({ t: createTranslator(locale), format: createFormats(locale) }), [locale]);
  useEffect(() => {
    document.documentElement.lang = toLanguage(locale);
  }, [locale]);
  return <I18nContext.Provider value={i18n}>{children}</I18nContext.Provider>;
}
