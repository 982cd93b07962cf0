import type { Bridge } from '../bridge/buildBridge';
import type { Known } from '../bridge/readKnown';
import { element } from '../page/element';
import { offer } from '../page/offer';
import type { Speech } from '../words/createSpeech';
import { drawBalance } from './drawBalance';
import { drawHistory } from './drawHistory';

/** What the section is made from. */
export type MyCreditsDeps = { bridge: Bridge; known: Promise<Known>; speech: Speech };

/**
 * The section «My credits» in an element of the theme: what is left, what is missing to the next free credit, the history with
 * its receipts, and the packs. Where nobody can be known it says the rules alone.
 */
export async function showMyCredits(
  place: HTMLElement,
  { bridge, known, speech }: MyCreditsDeps,
): Promise<void> {
  const { t } = speech;
  const body = element('div', { 'aria-busy': 'true', role: 'status' }, element('p', {}, t('mine.reading')));
  const section = element(
    'section',
    { class: 'support-credits' },
    element('h2', {}, t('mine.heading')),
    body,
  );
  place.replaceChildren(section);
  const { credits, rules } = await known;
  const isKnown = credits?.identity === 'client';
  const parts = isKnown
    ? drawBalance(credits, speech)
    : [element('p', {}, toReason({ credits, rules }, speech))];
  body.replaceChildren(...parts, ...(rules === undefined ? [] : offer(rules, speech)));
  body.removeAttribute('aria-busy');
  if (isKnown) section.append(...drawHistory(credits.history, bridge, speech));
}

function toReason({ credits, rules }: Known, { t }: Speech): string {
  if (credits?.identity === 'unknown' || credits?.identity === 'unavailable')
    return t(`mine.${credits.identity}`);
  return t(rules === undefined ? 'mine.away' : 'mine.rules');
}
