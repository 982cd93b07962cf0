import type { BridgeFailure } from '../../api/BridgeError';
import { useI18n } from '../../shared/i18n/useI18n';
import { MessageView } from '../MessageView';

type FailureViewProps = { code: BridgeFailure | 'host'; onRetry: () => void };

/** Nothing could be read and nothing is known from before: why, and what to do. */
export function FailureView({ code, onRetry }: FailureViewProps) {
  const { t } = useI18n();
  if (code === 'ticket_not_found') {
    return <MessageView tone="info" title={t('ticket_unknown.title')} text={t('ticket_unknown.text')} />;
  }
  return (
    <MessageView
      tone="error"
      title={t('failure.title')}
      text={`${t(`failure.${code}`)} ${t('failure.retrying')}`}
      action={{ label: t('failure.retry'), onPress: onRetry }}
    />
  );
}
