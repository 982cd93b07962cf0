import type { TreeNode } from './TreeNode';

/** What the panel said was wrong (billmanager.md 1.2, 1.4). */
export type PanelFault = {
  /** The kind of error, which is not translated; `unknown` when none is given. */
  type: string;
  /** What it was about: a function, a field, or a closer reason such as `badpassword`. */
  object: string | undefined;
  /** The panel's sentence, in the language asked for. May repeat what was sent, so it goes into no log and no error. */
  message: string;
};

const PLACEHOLDER = /__(\w+?)__/g;

/** Sentences of the panel are short. What is longer is cut, so that filling placeholders cannot grow without end. */
const MAX_SENTENCES = 10;
const MAX_SENTENCE_LENGTH = 2_000;
const MAX_PARAM_LENGTH = 500;

/**
 * Reads `doc.error`: `msg` as one object or several, else `detail`, with placeholders filled from `param` by name and
 * spaces trimmed. An error without anything in it is one too.
 */
export function readFault(error: TreeNode | undefined): PanelFault {
  if (error === undefined) return { type: 'unknown', object: undefined, message: '' };
  const params = new Map(
    error
      .nodes('param')
      .map((param) => [param.get('$name'), (param.get('$') ?? '').slice(0, MAX_PARAM_LENGTH)] as const),
  );
  const fill = (sentence: string) =>
    sentence
      .slice(0, MAX_SENTENCE_LENGTH)
      .replace(PLACEHOLDER, (whole, name: string) => params.get(name) ?? whole)
      .trim();
  const messages = error.texts('msg');
  const sentences = messages.length > 0 ? messages : error.texts('detail');
  return {
    type: error.get('$type') ?? 'unknown',
    object: error.get('$object'),
    message: sentences.slice(0, MAX_SENTENCES).map(fill).join(' '),
  };
}
