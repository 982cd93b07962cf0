import { buildBlockI18n } from './buildBlockI18n';
import type { MoreTranslationKey } from './TranslationKey';

/** The words of the parts further down in the sidebar. */
export const { BlockI18nProvider: MoreI18nProvider, useBlockI18n: useMoreI18n } =
  buildBlockI18n<MoreTranslationKey>('more');

/** How those parts speak. */
export type MoreSpeech = ReturnType<typeof useMoreI18n>;
