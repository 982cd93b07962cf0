import { createContext } from 'react';
import type { Formats } from './createFormats';
import type { Translate, Words } from './createTranslator';
import type { Language } from './loadWords';
import type { TranslationKey } from './TranslationKey';

/** How the screens speak: `t` for sentences, `format` for numbers, money and times. */
export type Speech = { t: Translate<TranslationKey>; format: Formats };

/** What the nearest I18nProvider gives. */
export type I18n = Speech & {
  language: Language;
  /** What `t` speaks from, for the parts further down, which add their own. */
  words: Words;
};

export const I18nContext = createContext<I18n | undefined>(undefined);
