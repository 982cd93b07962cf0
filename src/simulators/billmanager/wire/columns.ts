import { toAmountText } from '../state/money';
import type { Currency } from '../state/projects';

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

/** `120.00 EUR`, from whole hundredths. */
export function toMoneyColumn(cents: number, currency: Currency): Column {
  return { $: `${toAmountText(cents)} ${currency}` };
}
