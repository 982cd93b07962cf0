import { Span } from '@zendeskgarden/react-typography';
import { useI18n } from '../../shared/i18n/useI18n';
import { LoadingBars } from './LoadingBars';

/** What stands in the panel until the first answer: the shape of what comes, so that nothing jumps. */
export function LoadingView() {
  const { t } = useI18n();
  return (
    <div role="status">
      <Span hidden>{t('loading')}</Span>
      <LoadingBars />
    </div>
  );
}
