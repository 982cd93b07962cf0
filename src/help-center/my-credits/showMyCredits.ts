import type { Bridge } from '../bridge/buildBridge';
import type { Hear } from '../bridge/followKnown';
import type { Known } from '../bridge/readKnown';
import { element } from '../page/element';
import { offer } from '../page/offer';
import type { Speech } from '../words/createSpeech';
import { drawBalance } from './drawBalance';
import { drawHistory } from './drawHistory';

/**
 * The section «My credits» in an element of the theme: what is left, what is missing to the next free credit, the history with
 * its receipts, and the packs. Where nobody can be known it says the rules alone. Returns what takes the news: only the live
 * region is then written anew, the rest is added once, so that who reads by keyboard keeps the place.
 */
export function showMyCredits(place: HTMLElement, bridge: Bridge, speech: Speech): Hear {
  const { t } = speech;
  const region = element('div', { 'aria-busy': 'true', role: 'status' }, element('p', {}, t('mine.reading')));
  const heading = element('h2', {}, t('mine.heading'));
  const section = element('section', { class: 'support-credits' }, heading, region);
  place.replaceChildren(section);
  let isOffered = false;
  return (known) => {
    const { credits, rules } = known;
    const isKnown = credits?.identity === 'client';
    region.removeAttribute('aria-busy');
    region.replaceChildren(
      ...(isKnown ? drawBalance(credits, speech) : [element('p', {}, toReason(known, speech))]),
    );
    if (rules !== undefined && !isOffered) section.append(...offer(rules, speech));
    isOffered = rules !== undefined;
    if (isKnown) section.append(...drawHistory(credits.history, bridge, speech));
  };
}

function toReason({ credits, rules, isComing }: Known, { t }: Speech): string {
  switch (credits?.identity) {
    case 'unknown':
    case 'unavailable':
      return t(`mine.${credits.identity}`);
    case 'being_read':
      return t(isComing ? 'mine.being_read' : 'mine.later');
    default:
      return t(rules === undefined ? 'mine.away' : 'mine.rules');
  }
}
