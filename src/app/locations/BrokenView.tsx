import { useI18n } from '../shared/i18n/useI18n';
import { MessageView } from './MessageView';

type BrokenViewProps = { onAgain: () => void };

/** What is left of the panel after a defect of ours. */
export function BrokenView({ onAgain }: BrokenViewProps) {
  const { t } = useI18n();
  return (
    <MessageView
      tone="error"
      title={t('broken.title')}
      text={t('broken.text')}
      action={{ label: t('broken.again'), onPress: onAgain }}
    />
  );
}
