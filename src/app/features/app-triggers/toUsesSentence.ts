import type { TriggerUses } from '../../../contract/triggers';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

const WINDOWS = ['hour', 'day', 'week', 'month'] as const;

/** How often it fired within the shortest time in which it did, and in 30 days. Zendesk tells no time of the last firing. */
export function toUsesSentence(uses: TriggerUses | null, { t, format }: AdminSpeech): string {
  if (uses === null) return t('triggers.fired.unknown');
  const window = WINDOWS.find((name) => uses[name] > 0);
  if (window === undefined) return t('triggers.fired.never');
  const sentence = t(`triggers.fired.${window}`, { count: uses[window] });
  if (uses.month === uses[window]) return sentence;
  return `${sentence} ${t('triggers.fired.in_all', { times: format.credits(uses.month) })}`;
}
