import type { AdminSpeech } from '../../shared/i18n/adminI18n';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time in the largest unit of which it is a whole number. */
export function toDuration(seconds: number, { t }: AdminSpeech): string {
  const found = UNITS.find(([, length]) => seconds >= length && seconds % length === 0);
  const [unit, length] = found ?? (['second', 1] as const);
  return t(`policy.span.${unit}`, { count: seconds / length });
}
