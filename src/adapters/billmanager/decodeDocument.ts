import { AdapterError } from '../../use-cases/ports/AdapterError';

/** Named texts of a row or form: columns under their names, attributes under `$name`. An empty column is absent. */
export type Row = ReadonlyMap<string, string>;

/** A document of the panel: its error, or its fields and rows. */
export type Decoded =
  | { kind: 'error'; type: string; object: string | undefined }
  | {
      kind: 'answer';
      /** Texts that stand at the document itself, as a form has them. */
      fields: Row;
      /** The `elem` of a list, whether it came as an array, as one bare object or not at all. */
      rows: Row[];
      /** False for a form, an echo or anything else that is no list: such a document has no rows to count. */
      isList: boolean;
    };

type Tree = Record<string, unknown>;

/**
 * Decodes the tree of `out=json`, where a scalar is `{"$":"text"}` and the code behind a translated word stands in
 * `$orig` (billmanager.md 1.2). JSON that breaks off fails with `billing_truncated`, what is no such document at all with
 * `billing_unexpected_answer`: what answered may be something in between, so both are worth another try. `func` names
 * what was asked, for the message.
 */
export function decodeDocument(text: string, func: string): Decoded {
  const doc = parseDoc(text, func);
  const error = doc['error'];
  if (isTree(error)) {
    return { kind: 'error', type: toText(error['$type']) ?? 'unknown', object: toText(error['$object']) };
  }
  const { elem, metadata } = doc;
  const hasListMetadata = isTree(metadata) && metadata['$type'] === 'list';
  return {
    kind: 'answer',
    fields: toRow(doc),
    rows: toTrees(elem).map(toRow),
    isList: elem !== undefined || doc['p_elems'] !== undefined || hasListMetadata,
  };
}

function parseDoc(text: string, func: string): Tree {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    if (!text.trimStart().startsWith('{')) throw toUnexpected(func, 'no JSON');
    const options = { code: 'billing_truncated', retry: true };
    throw new AdapterError(`BILLmanager answered func=${func} with JSON that breaks off`, options);
  }
  const doc = isTree(parsed) ? parsed['doc'] : undefined;
  if (!isTree(doc)) throw toUnexpected(func, 'JSON without a document');
  return doc;
}

function toUnexpected(func: string, what: string): AdapterError {
  const options = { code: 'billing_unexpected_answer', retry: true };
  return new AdapterError(`BILLmanager answered func=${func} with ${what}`, options);
}

/** A Map, because the panel's column names must not meet the names of object prototypes. */
function toRow(tree: Tree): Row {
  const row = new Map<string, string>();
  for (const [name, node] of Object.entries(tree)) {
    const text = toText(node);
    if (text !== undefined) row.set(name, text);
  }
  return row;
}

/** The text of a scalar or an attribute; undefined for an empty one and for what is no scalar. */
function toText(node: unknown): string | undefined {
  const text = isTree(node) ? (node['$orig'] ?? node['$']) : node;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function toTrees(elem: unknown): Tree[] {
  const list: unknown[] = Array.isArray(elem) ? elem : [elem];
  return list.filter(isTree).filter((tree) => Object.keys(tree).length > 0);
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
