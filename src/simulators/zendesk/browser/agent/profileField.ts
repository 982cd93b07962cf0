import type { UserFieldView } from '../../pages/views/UserFieldView';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { toProfileText } from './toProfileText';

type Value = UserFieldView['value'];

/** One field of the requester's profile on the page. */
export type ProfileField = {
  key: string;
  element: HTMLElement;
  /** Shows the saved value; what the agent has typed stays, but for `sent`, the text that was just saved as the value. */
  show(value: Value, sent?: string): void;
  /** The text that the agent has typed, undefined when it is what is saved. */
  readTyped(): string | undefined;
};

/** A control where agents write the field: texts and whole numbers. Every other kind is shown as text. */
export function profileField(field: UserFieldView): ProfileField {
  switch (field.type) {
    case 'text':
      return typedField(field, element('input', { dir: 'auto' }));
    case 'integer':
      return typedField(field, element('input', { type: 'number', step: 1 }));
    case 'textarea':
      return typedField(field, element('textarea', { rows: 3, dir: 'auto' }));
    default:
      return shownField(field);
  }
}

function typedField(field: UserFieldView, control: HTMLInputElement | HTMLTextAreaElement): ProfileField {
  control.name = field.key;
  const box = labelled(field.title, control);
  if (field.description !== '') {
    const hintId = `${field.key}-hint`;
    control.setAttribute('aria-describedby', hintId);
    box.append(element('p', { id: hintId, class: 'hint' }, field.description));
  }
  let saved = '';
  const show = (value: Value, sent = saved) => {
    const next = String(value ?? '');
    if (control.value === saved || control.value === sent) control.value = next;
    saved = next;
  };
  show(field.value);
  return {
    key: field.key,
    element: box,
    show,
    readTyped: () => (control.value === saved ? undefined : control.value),
  };
}

function shownField(field: UserFieldView): ProfileField {
  const text = element('dd', { dir: 'auto' });
  const show = (value: Value) => {
    text.textContent = toProfileText({ type: field.type, value });
  };
  show(field.value);
  return {
    key: field.key,
    element: element('dl', {}, element('dt', {}, field.title), text),
    show,
    readTyped: () => undefined,
  };
}
