import { element } from '../dom/element';
import type { TicketModel } from './ticketModel';
import { STATUS_OPTIONS, readStatusChoices } from './ticketWords';
import type { TicketView } from '../../pages/views/TicketView';

/** Where the agent writes, chooses public or private, and submits as a status. */
export function replyBox(model: TicketModel, submit: () => Promise<void>): HTMLFormElement {
  const text = element('textarea', { name: 'comment', rows: 5, 'aria-label': 'Reply', dir: 'auto' });
  const kind = element(
    'select',
    { name: 'kind', 'aria-label': 'Kind of reply' },
    element('option', { value: 'public' }, 'Public reply'),
    element('option', { value: 'private' }, 'Internal note'),
  );
  const status = element('select', { name: 'submit-as', 'aria-label': 'Submit as' });
  const button = element('button', { type: 'submit', class: 'primary' });
  const form = element(
    'form',
    { class: 'card reply' },
    kind,
    text,
    element('div', { class: 'submit' }, status, button),
  );

  text.addEventListener('input', () => {
    model.changeComment({ text: text.value });
  });
  kind.addEventListener('change', () => {
    model.changeComment({ isPublic: kind.value === 'public' });
  });
  status.addEventListener('change', () => {
    model.change({ status: status.value as TicketView['status'] });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    void submit().finally(() => {
      button.disabled = false;
    });
  });

  const draw = () => {
    const comment = model.comment();
    const current = model.current().status;
    if (text.value !== comment.text) text.value = comment.text;
    kind.value = comment.isPublic ? 'public' : 'private';
    form.classList.toggle('private', !comment.isPublic);
    const choices = readStatusChoices(model.saved().status);
    status.replaceChildren(...choices.map(({ value, name }) => element('option', { value }, name)));
    status.value = current;
    button.textContent = `Submit as ${STATUS_OPTIONS.find(({ value }) => value === current)?.name ?? current}`;
  };
  draw();
  model.onChange(draw);
  return form;
}
