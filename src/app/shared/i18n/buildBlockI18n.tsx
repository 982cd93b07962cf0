import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { createTranslator } from './createTranslator';
import type { Translate } from './createTranslator';
import type { I18n } from './I18nContext';
import type { WordsBlock } from './loadWords';
import { useI18n } from './useI18n';
import { useWords } from './useWords';

/** As `Speech`, with the words of one more block. */
type BlockSpeech<Key extends string> = Pick<I18n, 'format'> & { t: Translate<Key> };

type BlockProviderProps = {
  /** What stands there until the words are loaded. */
  fallback: ReactNode;
  children: ReactNode;
};

/**
 * A provider that gives the parts below it the words of a block, which are loaded with them and not before, and the hook
 * that speaks them. The block's words are laid over those of the nearest I18nProvider.
 */
export function buildBlockI18n<Key extends string>(block: WordsBlock) {
  const Context = createContext<BlockSpeech<Key> | undefined>(undefined);

  function BlockI18nProvider({ fallback, children }: BlockProviderProps) {
    const i18n = useI18n();
    const words = useWords(block, i18n.language);
    const value = useMemo(() => {
      if (!words) return undefined;
      return { format: i18n.format, t: createTranslator<Key>(i18n.language, { ...i18n.words, ...words }) };
    }, [i18n, words]);
    return value ? <Context.Provider value={value}>{children}</Context.Provider> : fallback;
  }

  function useBlockI18n(): BlockSpeech<Key> {
    const i18n = useContext(Context);
    if (!i18n) throw new Error(`The words of «${block}» are spoken only below their provider.`);
    return i18n;
  }

  return { BlockI18nProvider, useBlockI18n };
}
