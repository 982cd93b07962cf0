import type { ClientEntriesPage, ClientEntry } from '../../contract/clientEntries';
import type { Bridge } from '../bridge/buildBridge';
import { element } from '../page/element';
import type { Speech } from '../words/createSpeech';
import { drawReceipt } from './drawReceipt';
import { toEntryWords } from './toEntryWords';

/** The history, newest first, page by page, with a receipt behind each entry. */
export function drawHistory(first: ClientEntriesPage, bridge: Bridge, speech: Speech): HTMLElement[] {
  const { t } = speech;
  const title = element('h3', {}, t('history.heading'));
  if (first.entries.length === 0) return [title, element('p', {}, t('history.empty'))];
  const list = element('ol', { class: 'support-credits-history' });
  const failure = element('p', { role: 'status' });
  const button = element('button', { type: 'button' }, t('history.more'));
  let { before } = first;
  const add = (page: ClientEntriesPage) => {
    list.append(...page.entries.map((entry) => drawEntry(entry, bridge, speech)));
    before = page.before;
    button.hidden = before === null;
  };
  button.addEventListener('click', () => {
    if (before === null || button.getAttribute('aria-disabled') === 'true') return;
    // Not disabled: that would take the focus away from whoever reads by keyboard.
    button.setAttribute('aria-disabled', 'true');
    void bridge.readEntries(before).then((page) => {
      button.removeAttribute('aria-disabled');
      failure.textContent = page === undefined ? t('history.failed') : '';
      if (page !== undefined) add(page);
    });
  });
  add(first);
  return [title, list, button, failure];
}

function drawEntry(entry: ClientEntry, bridge: Bridge, speech: Speech): HTMLElement {
  const { t, signed, dayAndTime } = speech;
  const ticket = entry.ticketId === null ? [] : [t('history.ticket', { id: entry.ticketId })];
  const line = [toEntryWords(entry, speech), ...ticket, dayAndTime(entry.occurredAt)].join(' · ');
  return element(
    'li',
    {},
    element('span', { class: 'support-credits-amount' }, signed(entry.amountCredits)),
    line,
    drawReceipt(entry.number, bridge, speech),
  );
}
