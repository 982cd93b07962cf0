import { element } from './element';

/** What a combobox chooses from. */
export type ComboboxOption = { value: string; name: string };

/**
 * A dropdown as the vendor's current theme draws it: a combobox with a list, and a hidden input under the name of the field
 * that alone holds what was chosen, and tells nobody of it (copenhagen_theme, ticket-fields/fields/Tagger.tsx).
 */
export function combobox(label: string, name: string, options: ComboboxOption[]): HTMLElement {
  const hidden = element('input', { type: 'hidden', name, value: '' });
  const list = element('ul', { role: 'listbox', 'aria-label': label, hidden: true });
  const box = element(
    'div',
    { role: 'combobox', tabindex: 0, 'aria-label': label, 'aria-expanded': 'false' },
    '-',
  );
  const items = options.map(({ value, name: text }) =>
    element('li', { role: 'option', tabindex: -1, 'data-value': value }, text),
  );
  list.append(...items);
  const setOpen = (isOpen: boolean) => {
    list.hidden = !isOpen;
    box.setAttribute('aria-expanded', String(isOpen));
  };
  const choose = (item: HTMLElement) => {
    hidden.value = item.dataset['value'] ?? '';
    box.textContent = item.textContent;
    setOpen(false);
    box.focus();
  };
  box.addEventListener('click', () => setOpen(list.hidden !== false));
  box.addEventListener('keydown', (event) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    setOpen(true);
    items[0]?.focus();
  });
  for (const [index, item] of items.entries()) {
    item.addEventListener('click', () => choose(item));
    item.addEventListener('keydown', (event) => {
      event.preventDefault();
      if (event.key === 'ArrowDown') items[index + 1]?.focus();
      if (event.key === 'ArrowUp') items[index - 1]?.focus();
      if (event.key === 'Enter' || event.key === ' ') choose(item);
      if (event.key === 'Escape') {
        setOpen(false);
        box.focus();
      }
    });
  }
  return element('div', { class: 'field combobox' }, element('span', {}, label), box, list, hidden);
}
