import type { PublicRules, TicketCost } from '../../contract/clientCredits';
import type { Known } from '../bridge/readKnown';
import type { Speech } from '../words/createSpeech';
import type { Choice } from './readChoice';

/** What is said under the form: sentences, and whether packs are offered. */
export type Notice = { lines: string[]; isOffering: boolean };

/** Client care installs software for free (R10). */
const FREE_WITH_CARE = 'install';

/**
 * What the client has to know before sending, by what is chosen; nothing when there is nothing to know, or when the bridge does
 * not answer.
 */
export function toNotice(choice: Choice, known: Known, speech: Speech, nowMs: number): Notice {
  if (known.rules === undefined) return { lines: [], isOffering: false };
  const closed = toClosedLines(known.rules.care, speech, nowMs);
  if (choice.line === 'sales') {
    return { lines: closed.length > 0 ? [...closed, speech.t('form.tech_open')] : [], isOffering: false };
  }
  if (choice.line !== 'tech') return { lines: [], isOffering: false };
  const cost = known.credits?.cost ?? 'unsettled';
  const isInstall = choice.topic === FREE_WITH_CARE && cost !== 'partner';
  const lines = [
    ...toCostLines(cost, known, speech),
    ...(isInstall ? [speech.t('form.install'), ...closed] : []),
  ];
  return { lines, isOffering: cost === 'no_credits' };
}

/** The bridge decides again when the request comes; this is what it would decide now. */
function toCostLines(cost: TicketCost, { credits }: Known, { t }: Speech): string[] {
  switch (cost) {
    case 'partner':
      return [t('form.partner')];
    case 'no_credits':
      return [t('form.no_credits')];
    case 'credit': {
      const count = credits?.balance?.availableCredits ?? 0;
      return [count > 1 ? t('form.takes', { count }) : t('form.last'), t('form.returned')];
    }
    case 'advance':
      return [t('form.advance'), t('form.returned')];
    case 'unsettled':
      return [t('form.rule'), t('form.returned')];
  }
}

/** A page may be open for long: after the time of opening nothing is said any more. */
function toClosedLines(care: PublicRules['care'], { t, soon }: Speech, nowMs: number): string[] {
  if (care.isOpen) return [];
  if (care.changesAt === null) return [t('form.care_closed_plain')];
  return Date.parse(care.changesAt) > nowMs
    ? [t('form.care_closed', { when: soon(care.changesAt, nowMs) })]
    : [];
}
