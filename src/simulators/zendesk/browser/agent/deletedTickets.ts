import type { DeletedTicketView } from '../../pages/views/DeletedTicketView';
import { runAndTell } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import { formatTime } from '../dom/formatTime';
import { showToast } from '../dom/showToast';
import type { RestClient } from '../restClient';
import { watchJob } from './watchJob';
import type { JobAnswer } from './watchJob';

/** The deleted tickets with what can still be done with each; nothing at all while there are none. */
export function deletedTickets(deleted: readonly DeletedTicketView[], rest: RestClient): HTMLElement[] {
  if (deleted.length === 0) return [];
  return [
    element('h2', {}, 'Deleted tickets'),
    element('ul', { class: 'deleted' }, ...deleted.map((ticket) => deletedTicket(ticket, rest))),
  ];
}

function deletedTicket({ id, subject, by, at }: DeletedTicketView, rest: RestClient): HTMLElement {
  const name = `#${String(id)} ${subject}`;
  const path = `/api/v2/deleted_tickets/${String(id)}`;
  const restore = button('Restore', `Restore ${name}`);
  const destroy = button('Delete for good', `Delete ${name} for good`);
  const act = (run: () => Promise<void>) => () => void runAndTell([restore, destroy], run);
  restore.addEventListener(
    'click',
    act(async () => {
      await rest.send('PUT', `${path}/restore.json`, {});
      showToast(`#${String(id)} is back.`);
    }),
  );
  destroy.addEventListener(
    'click',
    act(async () => {
      await watchJob(await rest.send<JobAnswer>('DELETE', `${path}.json`), rest);
    }),
  );
  return element(
    'li',
    { class: 'card' },
    element('p', { dir: 'auto' }, name),
    element('p', { class: 'hint' }, `Deleted by ${by}, ${formatTime(at)}`),
    element('div', { class: 'actions' }, restore, destroy),
  );
}

function button(title: string, name: string): HTMLButtonElement {
  return element('button', { type: 'button', 'aria-label': name }, title);
}
