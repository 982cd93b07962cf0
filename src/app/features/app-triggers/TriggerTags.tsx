import { Tag } from '@zendeskgarden/react-tags';
import type { AppTrigger } from '../../../contract/triggers';
import { ActionRow } from '../../shared/garden-theme/ActionRow';
import { useAdminI18n } from '../../shared/i18n/adminI18n';

/** How a trigger stands, in words. */
export function TriggerTags({ trigger }: { trigger: AppTrigger }) {
  const { t } = useAdminI18n();
  const { seen, differences, doubles } = trigger;
  const isLeftAlone = seen !== null && differences.length === 0 && doubles.length === 0;
  return (
    <ActionRow>
      {seen === null && <StateTag text={t('triggers.state.missing')} hue="yellow" />}
      {seen !== null && !seen.rule.isActive && <StateTag text={t('triggers.state.off')} hue="yellow" />}
      {differences.length > 0 && <StateTag text={t('triggers.state.differs')} hue="blue" />}
      {doubles.length > 0 && <StateTag text={t('triggers.state.doubled')} hue="yellow" />}
      {isLeftAlone && <StateTag text={t('triggers.state.as_shipped')} />}
    </ActionRow>
  );
}

function StateTag({ text, hue }: { text: string; hue?: 'yellow' | 'blue' }) {
  return (
    <Tag {...(hue && { hue })}>
      <span>{text}</span>
    </Tag>
  );
}
