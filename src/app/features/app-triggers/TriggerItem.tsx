import { getColor } from '@zendeskgarden/react-theming';
import { useState } from 'react';
import styled from 'styled-components';
import type { RestoreOutcome } from '../../api/admin/restoreTrigger';
import type { AppTrigger } from '../../../contract/triggers';
import { Disclosure } from '../../shared/disclosure/Disclosure';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { RestoreTrigger } from './RestoreTrigger';
import { RuleComparison } from './RuleComparison';
import { toRestoreNotice } from './toRestoreNotice';
import { toUsesSentence } from './toUsesSentence';
import { TriggerTags } from './TriggerTags';

type TriggerItemProps = {
  trigger: AppTrigger;
  restore: (trigger: AppTrigger) => Promise<RestoreOutcome>;
  onRestored: () => void;
};

const StyledItem = styled.li`
  padding: 16px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow-wrap: anywhere;
  & section {
    margin-top: 8px;
  }
`;

const StyledTitle = styled.h2`
  margin: 0 0 4px;
  font-size: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

/** One trigger of the app. */
export function TriggerItem({ trigger, restore, onRestored }: TriggerItemProps) {
  const speech = useAdminI18n();
  const { t, format } = speech;
  const { seen, shipped, differences, doubles } = trigger;
  const [outcome, setOutcome] = useState<{ kind: RestoreOutcome; wasMissing: boolean }>();
  const ask = async () => {
    const kind = await restore(trigger);
    setOutcome({ kind, wasMissing: seen === null });
    if (kind === 'restored') onRestored();
  };
  const parts = differences.map((part) => t(`triggers.difference.${part}`)).join(', ');
  return (
    <StyledItem>
      <StyledTitle>{seen?.rule.title ?? shipped.title}</StyledTitle>
      <TriggerTags trigger={trigger} />
      <div>{t(`triggers.does.${trigger.key}`)}</div>
      {seen !== null && (
        <SubtleText>
          {`${toUsesSentence(seen.uses, speech)} ${t('triggers.place', { place: format.credits(seen.position) })}`}
        </SubtleText>
      )}
      {differences.includes('order') && <p>{t('triggers.early')}</p>}
      {doubles.length > 0 && <p>{t('triggers.doubles', { ids: doubles.map(({ id }) => id).join(', ') })}</p>}
      {seen !== null && differences.some((part) => part !== 'order') && (
        <Disclosure heading={t('triggers.differs', { parts })}>
          {() => <RuleComparison seen={seen.rule} shipped={shipped} differences={differences} />}
        </Disclosure>
      )}
      <RestoreTrigger trigger={trigger} onConfirm={ask} />
      <NoticeArea notice={outcome && toRestoreNotice(outcome, speech)} isFocused />
    </StyledItem>
  );
}
