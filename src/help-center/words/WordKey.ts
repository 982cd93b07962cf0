import type language from '../../../translations/en.json';

type PluralSuffix = 'one' | 'few' | 'many' | 'other';

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${PluralSuffix}` ? Stem | Key : Key;

type Leaves<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? WithoutPlural<Key> : `${Key}.${Leaves<Node[Key]>}`;
}[keyof Node & string];

/** Every sentence that this script may say, so that one that is missing does not compile. */
export type WordKey =
  | Leaves<(typeof language)['help_center']>
  | `balance.${Leaves<(typeof language)['sidebar']['balance']>}`
  | `history.${Leaves<(typeof language)['more']['history']>}`
  | `receipt.${Leaves<(typeof language)['more']['receipt']>}`
  | `proof.${Leaves<(typeof language)['more']['proof']>}`
  | 'pack.credits';
