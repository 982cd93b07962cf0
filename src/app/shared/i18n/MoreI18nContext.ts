import { createContext } from 'react';
import type { Translate } from './createTranslator';
import type { I18n } from './I18nContext';
import type { MoreTranslationKey } from './TranslationKey';

/** As `Speech`, with the words of the parts further down. */
export type MoreSpeech = Omit<I18n, 't' | 'language' | 'words'> & { t: Translate<MoreTranslationKey> };

export const MoreI18nContext = createContext<MoreSpeech | undefined>(undefined);
