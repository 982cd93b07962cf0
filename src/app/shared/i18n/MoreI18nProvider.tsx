import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { createTranslator } from './createTranslator';
import { MoreI18nContext } from './MoreI18nContext';
import { useI18n } from './useI18n';
import { useWords } from './useWords';

type MoreI18nProviderProps = {
  /** What stands there until the words are loaded. */
  fallback: ReactNode;
  children: ReactNode;
};

/** Gives the parts further down their words, which are loaded with them and not before. */
export function MoreI18nProvider({ fallback, children }: MoreI18nProviderProps) {
  const i18n = useI18n();
  const more = useWords('more', i18n.language);
  const value = useMemo(() => {
    if (!more) return undefined;
    return { format: i18n.format, t: createTranslator(i18n.language, { ...i18n.words, ...more }) };
  }, [i18n, more]);
  return value ? <MoreI18nContext.Provider value={value}>{children}</MoreI18nContext.Provider> : fallback;
}
