import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert } from '@zendeskgarden/react-notifications';
import { Span } from '@zendeskgarden/react-typography';
import type { ReactNode } from 'react';
import { SmallButton } from '../garden-theme/SmallButton';
import { useAdminI18n } from '../i18n/adminI18n';
import type { Reading } from './useReading';

type ReadingViewProps<Data> = {
  reading: Reading<Data>;
  /** How many grey bars stand there until the first answer, about as many as there will be rows. */
  barCount?: number;
  children: (data: Data) => ReactNode;
};

/** What was read; until then grey bars, and after a failure why, with what is known from before below it. */
export function ReadingView<Data>({ reading, barCount = 5, children }: ReadingViewProps<Data>) {
  const { t } = useAdminI18n();
  const { data, failure, reload } = reading;
  return (
    <div aria-busy={reading.isReading}>
      <div role="status">
        {data === undefined && failure === undefined && <Span hidden>{t('page.reading')}</Span>}
      </div>
      <div role="alert">
        {failure && (
          <Alert type="error" role="presentation">
            <Alert.Title>{data === undefined ? t('page.failed') : t('failure.stale')}</Alert.Title>
            {t(`failure.${failure}`)}
            <div style={{ marginTop: 8 }}>
              <SmallButton onClick={reload}>{t('failure.retry')}</SmallButton>
            </div>
          </Alert>
        )}
      </div>
      {data !== undefined && children(data)}
      {data === undefined && failure === undefined && <Bars count={barCount} />}
    </div>
  );
}

function Bars({ count }: { count: number }) {
  return (
    <div aria-hidden="true" style={{ display: 'grid', gap: 12 }}>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height="24px" width={index % 2 === 0 ? '80%' : '60%'} />
      ))}
    </div>
  );
}
