import { useContext } from 'react';
import { I18nContext } from './I18nContext';
import type { I18n } from './I18nContext';

/** The sentences and formats of the nearest I18nProvider. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n must be called inside an I18nProvider.');
  return i18n;
}
