import { createContext } from 'react';
import type { Formats } from './createFormats';
import type { Translate } from './createTranslator';

/** How the screens speak: `t` for sentences, `format` for numbers, money and times. */
export type I18n = { t: Translate; format: Formats };

export const I18nContext = createContext<I18n | undefined>(undefined);
