import { CURRENCY, toAmountText } from '../state/money';

/** One scalar on the wire: `$` the text to show, `$orig` the code behind a translated word (billmanager.md 1.2). */
export type Column = { $?: string; $orig?: string };

/** A row of a list, column names as in the panel. */
export type WireRow = Record<string, Column>;

/** Any part of an answer: columns, attributes (`$name`) and lists of them. */
export type WireNode = { [name: string]: string | WireNode | WireNode[] };

/** A text; an empty one has no `$` at all. */
export function toColumn(text: string): Column {
  return text === '' ? {} : { $: text };
}

/** `120.00 EUR`, from whole cents. */
export function toMoneyColumn(cents: number): Column {
  return { $: `${toAmountText(cents)} ${CURRENCY}` };
}

/** A code with its word; a code without a word shows itself. */
export function toTranslatedColumn(code: string, words: Partial<Record<string, string>>): Column {
  return { $orig: code, $: words[code] ?? code };
}
