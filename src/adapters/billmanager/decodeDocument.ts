import { AdapterError } from '../../use-cases/ports/AdapterError';
import { readFault } from './document/readFault';
import type { PanelFault } from './document/readFault';
import { toTreeNode } from './document/TreeNode';
import type { TreeNode } from './document/TreeNode';

/** What an action that succeeded says: nothing, or of which kind its text is and the text, such as the next form. */
export type Success = { type: string | undefined; text: string | undefined };

/** A document of the panel: its error, or its fields and rows. */
export type Decoded =
  | ({ kind: 'error' } & PanelFault)
  | {
      kind: 'answer';
      /** What stands at the document itself, as the fields of a form do. */
      fields: TreeNode;
      /** The `elem` of a list, whether it came as an array, as one bare object or not at all. */
      rows: TreeNode[];
      /** False for a form, an echo or anything else that is no list: such a document has no rows to count. */
      isList: boolean;
      /** Present when the panel says that something was done. */
      ok: Success | undefined;
    };

/**
 * Decodes the tree of `out=json`, where a scalar is `{"$":"text"}` and the code behind a translated word stands in
 * `$orig` (billmanager.md 1.2). Fails with AdapterError and nothing else, whatever the text: `billing_html` for a page,
 * `billing_truncated` for JSON that breaks off, `billing_unexpected_answer` for what is no such document at all. What
 * answered may be something in between, so all of them are worth another try. `func` names what was asked, for the
 * message.
 */
export function decodeDocument(text: string, func: string): Decoded {
  const doc = parseDoc(text, func);
  if (doc.has('error')) return { kind: 'error', ...readFault(doc.nodes('error')[0]) };
  const isListByMetadata = doc.child('metadata')?.get('$type') === 'list';
  return {
    kind: 'answer',
    fields: doc,
    rows: doc.nodes('elem'),
    isList: doc.has('elem') || doc.has('p_elems') || isListByMetadata,
    ok: doc.has('ok') ? { type: doc.child('ok')?.get('$type'), text: doc.get('ok') } : undefined,
  };
}

function parseDoc(text: string, func: string): TreeNode {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw toBrokenError(text.slice(0, 1_000).trimStart(), func);
  }
  const doc = toTreeNode(parsed)?.child('doc');
  if (doc === undefined) throw toFailure(func, 'billing_unexpected_answer', 'JSON without a document');
  return doc;
}

/** The parser's own message shows what was said, so it does not travel on. */
function toBrokenError(start: string, func: string): AdapterError {
  if (start.startsWith('<')) return toFailure(func, 'billing_html', 'a web page or XML');
  if (start.startsWith('{')) return toFailure(func, 'billing_truncated', 'JSON that breaks off');
  return toFailure(func, 'billing_unexpected_answer', 'no JSON');
}

function toFailure(func: string, code: string, what: string): AdapterError {
  return new AdapterError(`BILLmanager answered func=${func} with ${what}`, { code, retry: true });
}
