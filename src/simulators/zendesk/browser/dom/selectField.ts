import { element } from './element';
import type { Attributes } from './element';
import { labelled } from './labelled';

export type SelectOption = { value: string; name: string };

/** A native select under its label; `value` is the chosen option, `''` the first one when that stands for nothing. */
export function selectField(
  label: string,
  options: SelectOption[],
  value: string,
  attributes: Attributes,
): HTMLElement {
  const select = element(
    'select',
    attributes,
    ...options.map((option) => element('option', { value: option.value }, option.name)),
  );
  select.value = value;
  return labelled(label, select);
}
