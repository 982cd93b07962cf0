import type { Row } from './row';

type Tree = Record<string, unknown>;

/**
 * A node of the tree of `out=json`, read in place: a row of a long list is asked for a few of its columns only, and
 * copying them all would cost more than parsing them did. Nodes are looked up among their own names, so that a column
 * called `__proto__` or `constructor` is a column like any other.
 */
export class TreeNode implements Row {
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#tree, name);
  }

  /** The names of everything that stands here. */
  names(): string[] {
    return Object.keys(this.#tree);
  }

  get(name: string): string | undefined {
    const node = this.#own(name);
    return toText(Array.isArray(node) && node.length === 1 ? node[0] : node);
  }

  /** The texts of a scalar that may be repeated: an array when there are several, one object when it is alone. */
  texts(name: string): string[] {
    return toList(this.#own(name)).flatMap((node) => toText(node) ?? []);
  }

  /** The nodes under a name, which come as an array, as one bare object, or not at all; empty objects are none. */
  nodes(name: string): TreeNode[] {
    const trees = toList(this.#own(name)).filter(isTree).filter(isFilled);
    return trees.map((tree) => new TreeNode(tree));
  }

  /** The one object under a name, also an empty one; undefined when there is something else. */
  child(name: string): TreeNode | undefined {
    return toTreeNode(this.#own(name));
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#tree, name) ? this.#tree[name] : undefined;
  }
}

/** The node of a parsed value, when that is an object. */
export function toTreeNode(parsed: unknown): TreeNode | undefined {
  return isTree(parsed) ? new TreeNode(parsed) : undefined;
}

/** A whole number stands for its digits; a fraction does not, because it may have lost some already. */
function toText(node: unknown): string | undefined {
  const text = isTree(node) ? (node['$orig'] ?? node['$']) : node;
  if (typeof text === 'string') return text === '' ? undefined : text;
  return Number.isSafeInteger(text) ? String(text) : undefined;
}

function toList(node: unknown): unknown[] {
  return Array.isArray(node) ? node : [node];
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function isFilled(tree: Tree): boolean {
  for (const name in tree) if (Object.hasOwn(tree, name)) return true;
  return false;
}
