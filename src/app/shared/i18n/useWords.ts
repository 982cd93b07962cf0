import { useEffect, useState } from 'react';
import type { Words } from './createTranslator';
import { loadWords } from './loadWords';
import type { Language, WordsBlock } from './loadWords';

/** One block of a language; undefined until it is loaded. Throws into the nearest boundary when it cannot be had. */
export function useWords(block: WordsBlock, language: Language): Words | undefined {
  const [loaded, setLoaded] = useState<{ language: Language; words?: Words; failure?: unknown }>();
  useEffect(() => {
    let isGone = false;
    loadWords(block, language).then(
      (words) => isGone || setLoaded({ language, words }),
      (failure: unknown) => isGone || setLoaded({ language, failure }),
    );
    return () => {
      isGone = true;
    };
  }, [block, language]);
  if (loaded?.language !== language) return undefined;
  if (!loaded.words) throw loaded.failure;
  return loaded.words;
}
