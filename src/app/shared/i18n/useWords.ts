import { useEffect, useState } from 'react';
import type { Words } from './createTranslator';
import { findLoadedWords, loadWords } from './loadWords';
import type { Language, WordsBlock } from './loadWords';

/** One block of a language; undefined until it is loaded. Throws into the nearest boundary when it cannot be had. */
export function useWords(block: WordsBlock, language: Language): Words | undefined {
  const [ended, setEnded] = useState<{ language: Language; failure?: unknown }>();
  const words = findLoadedWords(block, language);
  const isLoaded = words !== undefined;
  useEffect(() => {
    if (isLoaded) return undefined;
    let isGone = false;
    loadWords(block, language).then(
      () => isGone || setEnded({ language }),
      (failure: unknown) => isGone || setEnded({ language, failure }),
    );
    return () => {
      isGone = true;
    };
  }, [block, language, isLoaded]);
  if (!words && ended?.language === language && 'failure' in ended) throw ended.failure;
  return words;
}
