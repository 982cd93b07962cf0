import type { ClientCredits } from '../../contract/clientCredits';
import { element } from '../page/element';
import type { Speech } from '../words/createSpeech';

/** What is left as the one large figure, where it came from, and what is missing to the next free credit. */
export function drawBalance({ balance, spend, isPartner }: ClientCredits, speech: Speech): HTMLElement[] {
  const { t, money, number } = speech;
  const lines: HTMLElement[] = [];
  if (isPartner) lines.push(element('p', {}, t('mine.partner')));
  if (balance !== null) {
    const count = balance.availableCredits;
    const figure = element('span', { class: 'support-credits-figure' }, number(count));
    const parts = [
      `${number(balance.earnedCredits)} ${t('balance.earned')}`,
      `${number(balance.boughtCredits)} ${t('balance.bought')}`,
      `${number(balance.usedCredits)} ${t('balance.used')}`,
      `${number(balance.returnedCredits)} ${t('balance.returned')}`,
    ];
    lines.push(
      element('p', {}, figure, ` ${t('balance.left', { count })}`),
      element('p', { class: 'support-credits-aside' }, parts.join(' · ')),
    );
  }
  if (spend !== null)
    lines.push(element('p', {}, t('balance.to_next', { amount: money(spend.centsToNextCredit) })));
  return lines;
}
