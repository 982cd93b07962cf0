import type { Language } from './loadWords';

/** Values put into a sentence; `count` also chooses the plural form. Texts stay text: React escapes them. */
export type TranslationValues = Record<string, string | number>;

/** Sentences by key; a dot leads into a branch. */
export type Words = { readonly [key: string]: string | Words };

/** Turns a key into a sentence. */
export type Translate<Key extends string> = (key: Key, values?: TranslationValues) => string;

/**
 * Makes the function that turns keys into sentences. A sentence that counts stands there once for each plural form of its
 * language, as `key_one`, `key_few` and so on (Unicode CLDR, by `Intl.PluralRules`).
 */
export function createTranslator<Key extends string>(language: Language, words: Words): Translate<Key> {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const counted =
      typeof count === 'number' ? findSentence(words, `${key}_${plurals.select(count)}`) : undefined;
    // The types prove that each key has its sentence; the key itself would still be better than nothing.
    const sentence = counted ?? findSentence(words, key) ?? key;
    return sentence.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}

function findSentence(words: Words, key: string): string | undefined {
  let found: string | Words | undefined = words;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}
