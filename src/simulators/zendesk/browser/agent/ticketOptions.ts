import { runAndTell } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import type { RestClient } from '../restClient';
import { mergeForm } from './mergeForm';
import type { TicketModel } from './ticketModel';

/** What can be done with a ticket beside answering it: merging, the system's closing, spam, deleting. */
export function ticketOptions(model: TicketModel, rest: RestClient): HTMLElement {
  const { id } = model.saved();
  const path = `/api/v2/tickets/${String(id)}`;
  const leave = () => {
    location.assign('/agent/tickets');
  };
  const merge = mergeForm(model, rest);
  const close = action('Close it now, as after 28 days', async () => {
    await rest.send('POST', '/_control/close', { tickets: [id] });
  });
  const spam = action('Mark as spam and suspend the requester', async () => {
    await rest.send('PUT', `${path}/mark_as_spam.json`, {});
    leave();
  });
  const remove = action('Delete', async () => {
    await rest.send('DELETE', `${path}.json`);
    leave();
  });
  const draw = () => {
    const { status, requester } = model.saved();
    merge.hidden = status === 'closed';
    close.hidden = status !== 'solved';
    spam.hidden = status === 'closed' || requester?.role !== 'end-user';
  };
  draw();
  model.onChange(draw);
  return element(
    'details',
    { class: 'card options' },
    element('summary', {}, 'Ticket options'),
    merge,
    element('div', { class: 'actions' }, close, spam, remove),
  );
}

function action(title: string, act: () => Promise<void>): HTMLButtonElement {
  const button = element('button', { type: 'button' }, title);
  button.addEventListener('click', () => {
    void runAndTell([button], act);
  });
  return button;
}
