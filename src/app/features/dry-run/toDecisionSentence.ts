import type { DryRun } from '../../../contract/dryRun';
import { STATE_REASONS } from '../../../contract/stateReason';
import { GRANT_SOURCES } from '../../../domain/credits/grant';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

type Decision = NonNullable<DryRun['decision']>;

/** The charge and its reason, in the words of the sidebar. */
export function toDecisionSentence(decision: DryRun['decision'], { t }: AdminSpeech): string {
  if (!decision) return t('dry_run.nothing_decided');
  const { creditState, reason } = decision;
  return t('charge.because', {
    state: t(`charge.state.${creditState}`),
    reason: t(`charge.reason.${reason}`),
  });
}

/** What becomes of the asking of an agent that stands in the ticket. */
export function toAnswerSentence(
  { outcome, refusal }: NonNullable<Decision['answer']>,
  { t }: AdminSpeech,
): string {
  if (outcome !== 'refused') return t(`dry_run.answer.${outcome}`);
  return refusal === null
    ? t('dry_run.answer.refused_plain')
    : t('dry_run.answer.refused', { refusal: t(`action.refusal.${refusal}`) });
}

/** An entry that would be appended, with its sign. A reason that this version does not know leaves the kind alone. */
export function toEntrySentence(
  { kind, amountCredits, reason }: Decision['entries'][number],
  { t, format }: AdminSpeech,
): string {
  const entry = `${format.signedCredits(amountCredits)} · ${t(`dry_run.entry.${kind}`)}`;
  const source = GRANT_SOURCES.find((known) => known === reason);
  if (kind === 'grant')
    return source ? t('charge.because', { state: entry, reason: t(`source.${source}`) }) : entry;
  const known = STATE_REASONS.find((each) => each === reason);
  return known ? t('charge.because', { state: entry, reason: t(`charge.reason.${known}`) }) : entry;
}
