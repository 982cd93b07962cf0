import type { TreeNode } from './TreeNode';

/**
 * Whether a form has a field that may be empty. The panel may leave an empty one out, but not the select list that belongs
 * to it (billmanager.md 1.2); a field that is hidden from the login has neither.
 */
export function hasField(form: TreeNode, name: string): boolean {
  return form.has(name) || form.nodes('slist').some((list) => list.get('$name') === name);
}
