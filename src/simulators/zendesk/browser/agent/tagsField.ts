import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { actOnSubmit } from '../dom/actOnSubmit';
import { drawWhenChanged } from './drawWhenChanged';
import type { TicketModel } from './ticketModel';

/** The ticket's tags, which the agent takes away and adds to; they are saved with the ticket. */
export function tagsField(model: TicketModel): HTMLElement {
  const list = element('ul', { class: 'tags' });
  const input = element('input', { name: 'tag', autocomplete: 'off' });
  const add = element('button', { type: 'submit' }, 'Add');
  const form = element('form', { class: 'one-line' }, labelled('Tags', input), add);
  actOnSubmit(form, () => {
    const added = input.value
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((tag) => tag !== '');
    input.value = '';
    change([...model.current().tags, ...added]);
  });
  const change = (tags: string[]) => {
    model.change({ tags: [...new Set(tags)].sort() });
  };
  const drawTag = (tag: string, isClosed: boolean): HTMLElement => {
    const remove = () => {
      change(model.current().tags.filter((one) => one !== tag));
      input.focus();
    };
    return element(
      'li',
      { class: 'tag' },
      tag,
      !isClosed &&
        element('button', { type: 'button', 'aria-label': `Remove the tag ${tag}`, click: remove }, '×'),
    );
  };
  const read = () => ({ tags: model.current().tags, isClosed: model.saved().status === 'closed' });
  drawWhenChanged(model, read, ({ tags, isClosed }) => {
    list.replaceChildren(...tags.map((tag) => drawTag(tag, isClosed)));
    input.disabled = isClosed;
    add.disabled = isClosed;
  });
  return element('div', { class: 'stack' }, form, list);
}
