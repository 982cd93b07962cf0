import type { Words } from './createTranslator';

/** Languages that the screens speak. */
export type Language = 'en' | 'ru';

/** What is said at first look, further down, in replies to clients, to admins, and of the setup. */
export type WordsBlock = 'sidebar' | 'more' | 'replies' | 'admin' | 'setup';

type Load = () => Promise<{ words: Words }>;

/** Each block of each language is a file of its own. */
const FILES: Record<WordsBlock, Record<Language, Load>> = {
  sidebar: {
    en: () => import(/* webpackChunkName: "words-en" */ './words/enSidebar'),
    ru: () => import(/* webpackChunkName: "words-ru" */ './words/ruSidebar'),
  },
  more: {
    en: () => import(/* webpackChunkName: "more-en" */ './words/enMore'),
    ru: () => import(/* webpackChunkName: "more-ru" */ './words/ruMore'),
  },
  replies: {
    en: () => import(/* webpackChunkName: "replies-en" */ './words/enReplies'),
    ru: () => import(/* webpackChunkName: "replies-ru" */ './words/ruReplies'),
  },
  admin: {
    en: () => import(/* webpackChunkName: "admin-en" */ './words/enAdmin'),
    ru: () => import(/* webpackChunkName: "admin-ru" */ './words/ruAdmin'),
  },
  setup: {
    en: () => import(/* webpackChunkName: "setup-en" */ './words/enSetup'),
    ru: () => import(/* webpackChunkName: "setup-ru" */ './words/ruSetup'),
  },
};

/** The language of the words for a BCP 47 locale: Russian for `ru` and `ru-*`, else English. */
export function toLanguage(locale: string): Language {
  return /^ru\b/i.test(locale) ? 'ru' : 'en';
}

/** What was loaded so far. */
const loaded = new Map<string, Words>();

/** Loads one block; rejects when its file cannot be had. */
export async function loadWords(block: WordsBlock, language: Language): Promise<Words> {
  const { words } = await FILES[block][language]();
  loaded.set(block + language, words);
  return words;
}

/** A block that was loaded before; else undefined. */
export function findLoadedWords(block: WordsBlock, language: Language): Words | undefined {
  return loaded.get(block + language);
}
