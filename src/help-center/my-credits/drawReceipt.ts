import type { Bridge } from '../bridge/buildBridge';
import { element } from '../page/element';
import type { Speech } from '../words/createSpeech';
import { toReceiptLines } from './toReceiptLines';

/** A receipt that is read when it is opened; closing and opening tries again after a failure. */
export function drawReceipt(entryNumber: number, bridge: Bridge, speech: Speech): HTMLElement {
  const { t } = speech;
  const body = element('div', { role: 'status' });
  const details = element('details', {}, element('summary', {}, t('history.receipt')), body);
  let isRead = false;
  details.addEventListener('toggle', () => {
    if (!details.open || isRead) return;
    isRead = true;
    body.replaceChildren(element('p', {}, t('history.reading')));
    void bridge.readReceipt(entryNumber).then((receipt) => {
      isRead = receipt !== undefined;
      const lines = receipt === undefined ? [t('history.failed')] : toReceiptLines(receipt, speech);
      body.replaceChildren(element('ul', {}, ...lines.map((line) => element('li', {}, line))));
    });
  });
  return details;
}
