import type { SetupCheck } from '../../../contract/setupCheck';
import type { Verdict } from '../../../domain/setup/steps';
import type { useSetupI18n } from '../../shared/i18n/setupI18n';

/** What a check came to: how many problems, notes and steps that were left, or that all is well. */
export function summarize({ findings }: SetupCheck, t: ReturnType<typeof useSetupI18n>['t']): string {
  const count = (wanted: Verdict) => findings.filter(({ verdict }) => verdict === wanted).length;
  const [problems, notes, left] = [count('problem'), count('note'), count('skipped')];
  const sentences = [
    problems > 0 ? t('checks.problems', { count: problems }) : '',
    notes > 0 ? t('checks.notes', { count: notes }) : '',
    left > 0 ? t('checks.left', { count: left }) : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? t('checks.all_good') : sentences.join(' ');
}
