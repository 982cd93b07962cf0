import type { TreeNode } from './TreeNode';

/** One entry of a select list: what the form would send, and the word a person sees. */
export type Choice = { key: string; text: string };

/** The entries of a form's select list (`slist`, billmanager.md 1.2); none when the form has no such list. */
export function readChoices(form: TreeNode, field: string): Choice[] {
  return form
    .nodes('slist')
    .filter((list) => list.get('$name') === field)
    .flatMap((list) => list.nodes('val'))
    .flatMap((entry) => {
      const key = entry.get('$key');
      return key === undefined ? [] : [{ key, text: entry.get('$') ?? '' }];
    });
}
