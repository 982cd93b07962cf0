import type english from '../../../../translations/en.json';

type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${PluralSuffix}` ? Stem | Key : Key;

type LeafPaths<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : LeafPaths<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every key of the block `sidebar` in translations/en.json, so that a sentence that is missing does not compile. */
export type TranslationKey = LeafPaths<(typeof english)['sidebar']>;

/** Every key that the parts further down may use: those of the first look, and those of the block `more`. */
export type MoreTranslationKey = TranslationKey | LeafPaths<(typeof english)['more']>;

/** Every key of what is put into replies to clients. */
export type ReplyKey = LeafPaths<(typeof english)['replies']>;

/** Every key that the admin page may use: those of the first look, and those of the block `admin`. */
export type AdminTranslationKey = TranslationKey | LeafPaths<(typeof english)['admin']>;

/** Every key that the tab with the setup may use: those of the first look, and those of the block `setup`. */
export type SetupTranslationKey = TranslationKey | LeafPaths<(typeof english)['setup']>;
