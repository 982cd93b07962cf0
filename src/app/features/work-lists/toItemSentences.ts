import { STATE_REASONS } from '../../../contract/stateReason';
import type { WorkPageKind, WorkPageView } from '../../../contract/workPage';
import { COMMAND_REFUSALS, toCommandAction } from '../../../domain/tickets/command';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

type Item = WorkPageView['items'][number];

/** Why a ticket is in its list, in words. A code that this version does not know says nothing. */
export function toItemSentences(item: Item, kind: WorkPageKind, speech: AdminSpeech): string[] {
  const { t, format } = speech;
  if (kind === 'refused_command') return toRefusalSentences(item, speech);
  const reason = STATE_REASONS.find((known) => known === item.reason);
  return [
    ...(reason === undefined ? [] : [format.sentence(t(`charge.reason.${reason}`))]),
    ...(item.credits === null ? [] : [toCreditsLeft(item.credits, speech)]),
  ];
}

/** What was asked for, and why it was refused. */
function toRefusalSentences({ action, reason }: Item, { t }: AdminSpeech): string[] {
  const asked = toCommandAction(action ?? '');
  const refusal = COMMAND_REFUSALS.find((known) => known === reason);
  const askedWords =
    asked?.kind === 'refund'
      ? t('action.refund', { reason: t(`charge.reason.${asked.reason}`) })
      : asked && t(`action.${asked.kind}`);
  return [
    ...(askedWords === undefined ? [] : [askedWords]),
    refusal === undefined
      ? t('action.refused_plain')
      : t('action.refused', { refusal: t(`action.refusal.${refusal}`) }),
  ];
}

function toCreditsLeft(credits: number, { t }: AdminSpeech): string {
  return credits < 0 ? t('work.owed', { count: -credits }) : t('work.left', { count: credits });
}
