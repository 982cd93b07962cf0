import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import en from '../../../translations/en.json';
import ru from '../../../translations/ru.json';
import { unreachable } from '../../domain/result';
import type { NoteTexts, TicketNote } from '../../use-cases/ports/noteTexts';

/** Languages in which notes are written. */
export type NoteLanguage = 'en' | 'ru';

/**
 * The sentences of the private notes, from `translations/*.json`. A note says in at most two lines what the ticket now
 * costs and why, or why a command was refused and what to do next.
 */
export function buildNoteTexts(language: NoteLanguage): NoteTexts {
  const texts = { en: buildTexts('en'), ru: buildTexts('ru') };
  return { renderNote: (note) => renderNote(texts[toLanguage(note.locale) ?? language], note) };
}

/** `ru`, `en-US`: what stands before the country. */
function toLanguage(locale: string | undefined): NoteLanguage | undefined {
  const [name] = (locale ?? '').toLowerCase().split('-');
  return name === 'ru' || name === 'en' ? name : undefined;
}

function buildTexts(language: NoteLanguage): TFunction {
  const i18n = createInstance();
  // The resources are at hand, so this is done when it returns; nothing is loaded later.
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en.notes }, ru: { translation: ru.notes } },
    interpolation: { escapeValue: false },
  });
  return i18n.t;
}

function renderNote(t: TFunction, note: TicketNote): string {
  const lines = [
    note.refusal && renderRefusal(t, note.refusal),
    note.awaiting && t('awaiting_approval', { reason: t(`reason.${note.awaiting}`) }),
    note.state && renderState(t, note),
  ];
  const [first = '', ...others] = lines.filter((line) => line !== undefined);
  return [t('prefix'), first, ...others.map(capitalize)].join(' ');
}

/** The first sentence goes on after the prefix and its colon; one behind it stands by itself. */
function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function renderRefusal(t: TFunction, { action, refusal }: NonNullable<TicketNote['refusal']>): string {
  return `${t(`refused.${action.kind}`)} ${t(`refusal.${refusal}`)}`;
}

function renderState(t: TFunction, { state, balanceCredits }: TicketNote): string {
  if (state === undefined) return '';
  const left = balanceCredits === undefined ? '' : ` ${t('left', { count: balanceCredits })}`;
  switch (state.creditState) {
    case 'free':
      return t('free');
    case 'debited':
      return `${t('debited')}${left}`;
    case 'waived':
      return t(`waived.${state.reason === 'agent' ? 'agent' : 'partner'}`);
    case 'held':
      return `${t('held')} ${t(`hold.${state.reason}`)}`;
    case 'pending':
      return t(
        `pending.${state.reason === 'billing_misconfigured' ? 'billing_misconfigured' : 'billing_unavailable'}`,
      );
    case 'refunded':
      return `${t('refunded', { reason: t(`reason.${state.reason}`) })}${left}`;
    default:
      return unreachable(state.creditState);
  }
}
