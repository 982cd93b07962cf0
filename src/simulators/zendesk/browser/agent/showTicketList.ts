import type { AgentPageData } from '../../pages/views/PageData';
import type { TicketListView, TicketRow } from '../../pages/views/TicketListView';
import { element } from '../dom/element';
import { formatTime } from '../dom/formatTime';
import { listenToChanges } from '../listenToChanges';
import type { RestClient } from '../restClient';
import { deletedTickets } from './deletedTickets';
import { mailForm } from './mailForm';

/** The list of tickets, newest first, read again whenever a ticket changes; below it the deleted ones and a way to let a mail come in. */
export function showTicketList(
  page: HTMLElement,
  data: AgentPageData,
  list: TicketListView,
  rest: RestClient,
) {
  const holder = element('div', { class: 'table-holder' });
  const deleted = element('section', { 'aria-label': 'Deleted tickets' });
  const draw = (current: TicketListView) => {
    holder.replaceChildren(ticketTable(current));
    deleted.replaceChildren(...deletedTickets(current.deleted, rest));
  };
  draw(list);
  page.append(
    element(
      'main',
      { class: 'wide' },
      element('h1', {}, 'Tickets'),
      holder,
      deleted,
      mailForm(rest, data.subdomain),
    ),
  );
  const refresh = async () => {
    draw(await rest.read<TicketListView>('/agent/data/tickets'));
  };
  const refreshAndForget = () => {
    // The next change reads everything again; a list that is one change old says nothing untrue.
    refresh().catch(() => undefined);
  };
  listenToChanges('/agent/events', refreshAndForget, refreshAndForget);
}

function ticketTable({ columnTitles, rows }: TicketListView): HTMLElement {
  if (rows.length === 0) {
    return element(
      'p',
      { class: 'empty' },
      'No tickets yet. A client can ask in the help center, or by mail below.',
    );
  }
  const titles = ['#', 'Subject', 'Requester', ...columnTitles, 'Status', 'Updated'];
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...rows.map((row) => ticketRow(row, titles))),
  );
}

/** Each cell carries its title: on a narrow screen the row becomes a card of titled lines. */
function ticketRow(row: TicketRow, titles: string[]): HTMLElement {
  const link = (text: string) =>
    element('a', { href: `/agent/tickets/${String(row.id)}`, dir: 'auto' }, text);
  const cells = [
    String(row.id),
    link(row.subject === '' ? '(no subject)' : row.subject),
    row.requester,
    ...row.columns.map((name) => name || '–'),
    element('span', { class: `status ${row.status}` }, row.status),
    formatTime(row.updatedAt),
  ];
  return element(
    'tr',
    {},
    ...cells.map((cell, index) => element('td', { 'data-title': titles[index] }, cell)),
  );
}
