import { escapeHtml, renderActButton, renderHidden } from './html';
import type { ClientLine } from './listClients';

/** The buttons of one client. Each says for whom it is, since a screen reader meets the same words in every row. */
export function renderActs(client: ClientLine, query: string): string {
  const { accountId: account, name, currency } = client;
  const build = (fields: Record<string, string>, text: string): string =>
    renderActButton({ ...fields, account, q: query }, { text, label: `${text}: ${name}` });
  const buttons = [
    build({ action: 'pay', amount: '100.00' }, `Pay ${currency} 100`),
    build({ action: 'buy', credits: '1' }, 'Buy 1 credit'),
    build({ action: 'buy', credits: '5' }, 'Buy 5 credits'),
    build({ action: 'buy', credits: '30' }, 'Buy 30 credits'),
    build({ action: 'top_up', amount: '100.00' }, `Top up ${currency} 100`),
    client.partnerLevel === undefined
      ? build({ action: 'make_partner' }, 'Make partner')
      : build({ action: 'end_partnership' }, 'End partnership'),
  ];
  return `<div class="acts">${buttons.join('')}</div>${renderReturn(client, query)}`;
}

/** A payment to choose, and how much of it; nothing written is all that is left of it. */
function renderReturn(client: ClientLine, query: string): string {
  const { accountId: account, name, currency } = client;
  if (client.returnable.length === 0) return '';
  const options = client.returnable
    .map(
      ({ id, left, day }) => `<option value="${id}">${escapeHtml(`${currency} ${left} of ${day}`)}</option>`,
    )
    .join('');
  const label = (text: string): string => `aria-label="${escapeHtml(`${text}: ${name}`)}"`;
  return (
    `<form method="post" action="/_control/act" class="pick">${renderHidden({ action: 'return', account, q: query })}` +
    `<select name="payment" ${label('Payment to return')}>${options}</select>` +
    `<input name="amount" size="8" inputmode="decimal" placeholder="all" pattern="\\d+\\.\\d\\d" title="An amount like 10.00; nothing for all of it" ${label('Amount to return')}>` +
    `<button ${label('Return a payment')}>Return a payment</button></form>`
  );
}
