import { useI18n } from '../../shared/i18n/useI18n';
import { useAgeMs } from './useAgeMs';

type BillingAgeProps = { readAt: string; now: string };

const MINUTE_MS = 60_000;

/** How old the billing data is, in words. */
export function BillingAge({ readAt, now }: BillingAgeProps) {
  const { t, format } = useI18n();
  const ageMs = useAgeMs(readAt, now);
  return <>{ageMs < MINUTE_MS ? t('billing.now') : t('billing.age', { age: format.ago(ageMs) })}</>;
}
