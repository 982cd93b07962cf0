import { escapeHtml } from './html';
import type { ClientLine } from './listClients';
import { renderNote } from './note';
import type { Note } from './note';
import { renderActs } from './renderActs';
import type { ClientPage } from './searchClients';

const COLUMNS = ['Client', 'Account id', 'Spent', 'Returned', 'Balance', 'Packs', 'Partner', 'Actions'];

/** The clients as a table, which narrow windows show as cards; what was done for one stands in its row. */
export function renderClients(page: ClientPage, note: Note | undefined): string {
  const heads = COLUMNS.map((name) => `<th scope="col" role="columnheader">${name}</th>`).join('');
  const rows = page.lines.map((client) => renderClient(client, page.query, note)).join('\n');
  return `<table role="table" aria-labelledby="clients">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows}
</tbody>
</table>`;
}

function renderClient(client: ClientLine, query: string, note: Note | undefined): string {
  const { accountId, currency } = client;
  const said = note !== undefined && note.accountId === accountId ? renderNote(note) : '';
  const cells = [
    [`<b>${escapeHtml(client.name)}</b>`, ...client.emails.map(escapeHtml)].join('<br>'),
    escapeHtml(accountId),
    toMoney(client.spent, currency),
    toMoney(client.returned, currency),
    toMoney(client.balance, currency),
    client.packs.length === 0 ? 'none' : client.packs.join(' + '),
    [client.partnerLevel ?? 'no', ...client.groups.map((name) => `in ${name}`)].map(escapeHtml).join('<br>'),
    said + renderActs(client, query),
  ];
  const row = cells.map((cell, index) => {
    const name = COLUMNS[index] ?? '';
    return index === 0
      ? `<th scope="row" role="rowheader" data-name="${name}"><div>${cell}</div></th>`
      : `<td role="cell" data-name="${name}"><div>${cell}</div></td>`;
  });
  return `<tr role="row" id="account-${escapeHtml(accountId)}">${row.join('')}</tr>`;
}

function toMoney(amount: string, currency: string): string {
  return `${escapeHtml(currency)}&nbsp;${escapeHtml(amount)}`;
}
