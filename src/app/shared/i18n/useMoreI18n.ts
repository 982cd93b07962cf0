import { useContext } from 'react';
import { MoreI18nContext } from './MoreI18nContext';
import type { MoreSpeech } from './MoreI18nContext';

/** The sentences and formats of the nearest MoreI18nProvider. */
export function useMoreI18n(): MoreSpeech {
  const i18n = useContext(MoreI18nContext);
  if (!i18n) throw new Error('useMoreI18n must be called inside a MoreI18nProvider.');
  return i18n;
}
