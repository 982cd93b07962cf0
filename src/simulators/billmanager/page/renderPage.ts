import type { Faults } from '../faults/parseFaults';
import { escapeHtml, renderActButton } from './html';
import type { ClientLine } from './listClients';
import { PAGE_STYLE } from './pageStyle';

const COLUMNS = ['E-mail', 'Account id', 'Name', 'Spent, EUR', 'Packs bought', 'Partner', 'Actions'];

/**
 * The page a person sees: every client, what can be done for it, and whether the panel answers. Works without
 * scripts; `note` says what the last button did.
 */
export function renderPage(page: {
  clients: ClientLine[];
  faults: Faults;
  note: string | undefined;
}): string {
  const heads = COLUMNS.map((name) => `<th scope="col" role="columnheader">${name}</th>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>BILLmanager (simulator)</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>BILLmanager (simulator)</h1>
<p class="lead">Stands in for the billing system on this machine. What you do here is found at the next reading, as it would be in the real one.</p>
${renderState(page.faults)}
<p class="note" role="status">${escapeHtml(page.note ?? '')}</p>
<h2 id="clients">Clients</h2>
<table role="table" aria-labelledby="clients">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${page.clients.map(renderClient).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function renderState(faults: Faults): string {
  const isWell = Object.keys(faults).length === 0;
  const state = isWell
    ? 'Answers every call.'
    : `Misbehaves: <code>${escapeHtml(JSON.stringify(faults))}</code>`;
  const button = isWell
    ? renderActButton({ action: 'go_down' }, { text: 'Go down' })
    : renderActButton({ action: 'come_back' }, { text: 'Come back' });
  return `<section class="state ${isWell ? 'well' : 'ill'}" aria-label="State"><p>${state}</p>${button}</section>`;
}

function renderClient(client: ClientLine): string {
  const cells = [
    client.emails.map(escapeHtml).join('<br>'),
    escapeHtml(client.accountId),
    escapeHtml(client.name),
    escapeHtml(client.spent),
    client.packs.length === 0 ? 'none' : client.packs.join(' + '),
    client.partnerLevel === undefined ? 'no' : escapeHtml(client.partnerLevel),
    renderActs(client),
  ];
  const row = cells.map((cell, index) => {
    const name = COLUMNS[index] ?? '';
    return index === 0
      ? `<th scope="row" role="rowheader" data-name="${name}"><div>${cell}</div></th>`
      : `<td role="cell" data-name="${name}"><div>${cell}</div></td>`;
  });
  return `<tr role="row" id="account-${escapeHtml(client.accountId)}">${row.join('')}</tr>`;
}

/** Each button says for whom it is, since a screen reader meets the same words in every row. */
function renderActs(client: ClientLine): string {
  const build = (fields: Record<string, string>, text: string): string =>
    renderActButton({ ...fields, account: client.accountId }, { text, label: `${text}: ${client.name}` });
  const buttons = [
    build({ action: 'pay', amountEur: '100.00' }, 'Pay EUR 100'),
    build({ action: 'buy', credits: '1' }, 'Buy 1 credit'),
    build({ action: 'buy', credits: '5' }, 'Buy 5 credits'),
    client.partnerLevel === undefined
      ? build({ action: 'make_partner' }, 'Make partner')
      : build({ action: 'end_partnership' }, 'End partnership'),
  ];
  return `<div class="acts">${buttons.join('')}</div>`;
}
