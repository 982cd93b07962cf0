import type { RequestRow } from '../../pages/views/RequestView';
import { element } from '../dom/element';
import { formatTime } from '../dom/formatTime';

/** The client's own requests, newest first. */
export function requestList(requests: RequestRow[]): HTMLElement[] {
  const title = element('h1', {}, 'My requests');
  if (requests.length === 0)
    return [title, element('p', { class: 'empty' }, 'You have not asked anything yet.')];
  return [title, element('ul', { class: 'requests' }, ...requests.map(requestRow))];
}

function requestRow({ id, subject, status, updatedAt }: RequestRow): HTMLElement {
  return element(
    'li',
    { class: 'card' },
    element('a', { href: `/hc/requests/${String(id)}`, dir: 'auto' }, subject),
    element('p', { class: 'hint' }, `#${String(id)} · ${status} · ${formatTime(updatedAt)}`),
  );
}
