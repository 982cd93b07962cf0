import { useMemo } from 'react';
import { renderSaying } from '../../../domain/setup/renderSaying';
import type { Saying } from '../../../domain/setup/saying';
import type { SetupStep } from '../../../domain/setup/steps';
import { useSetupI18n } from '../../shared/i18n/setupI18n';

/** Puts sayings into the sentences of the admin's language, one after the other. */
export function useSayings(): (sayings: readonly Saying[]) => string {
  const { t } = useSetupI18n();
  return useMemo(() => {
    const words = {
      speak: (code: Saying['code'], values: Readonly<Record<string, string | number>>) =>
        t(`said.${code}`, values),
      nameStep: (step: SetupStep) => t(`step.${step}`),
      and: t('join.and'),
      or: t('join.or'),
    };
    return (sayings) => sayings.map((saying) => renderSaying(saying, words)).join(' ');
  }, [t]);
}
