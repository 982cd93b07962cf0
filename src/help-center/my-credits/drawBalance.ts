import type { ClientCredits } from '../../contract/clientCredits';
import { element } from '../page/element';
import type { Speech } from '../words/createSpeech';

/** What is left as the one large figure, where it came from, and what is missing to the next free credit. */
export function drawBalance({ balance, spend, isPartner }: ClientCredits, speech: Speech): HTMLElement[] {
  const { t, money, number } = speech;
  const lines: HTMLElement[] = [];
  if (isPartner) lines.push(element('p', {}, t('mine.partner')));
  if (balance !== null) {
    const available = balance.availableCredits;
    const figure = element('span', { class: 'support-credits-figure' }, number(available));
    // A number and its word stay on one line, and no line begins with the dot between two of them.
    const count = (credits: number, word: string) => `${number(credits)}\u00a0${word}`;
    const parts = [
      count(balance.earnedCredits, t('balance.earned')),
      count(balance.boughtCredits, t('balance.bought')),
      count(balance.usedCredits, t('balance.used')),
      count(balance.returnedCredits, t('balance.returned')),
    ];
    lines.push(
      element('p', {}, figure, ` ${t('balance.left', { count: available })}`),
      element('p', { class: 'support-credits-aside' }, parts.join('\u00a0· ')),
    );
  }
  if (spend !== null)
    lines.push(element('p', {}, t('balance.to_next', { amount: money(spend.centsToNextCredit) })));
  return lines;
}
