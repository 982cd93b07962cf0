import type { TicketLink } from '../../pages/views/TicketLink';
import { element } from './element';

/** Links to tickets, each with its number and subject, under a title; nothing at all for no tickets. */
export function ticketLinks(title: string, links: readonly TicketLink[]): HTMLElement[] {
  if (links.length === 0) return [];
  const items = links.map(({ id, subject, status }) =>
    element(
      'li',
      {},
      element('a', { href: `/agent/tickets/${String(id)}`, dir: 'auto' }, `#${String(id)} ${subject}`),
      ` · ${status}`,
    ),
  );
  return [element('div', { class: 'field' }, element('span', {}, title), element('ul', {}, ...items))];
}
