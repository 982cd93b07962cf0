import { element } from './element';

let given = 0;

/** A control under its label; the label points to it by an id of its own. */
export function labelled(label: string, control: HTMLElement): HTMLElement {
  given += 1;
  control.id = `control-${String(given)}`;
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
}
