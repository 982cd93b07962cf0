import type { PolicyKey } from '../../../contract/policyView';

type Named<Key extends string> = Key extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Key;

/** A key of the policy as the translations name it: there a dot leads into a branch. */
export function toKeyName<Key extends PolicyKey>(key: Key): Named<Key> {
  return key.replace('.', '_') as Named<Key>;
}
