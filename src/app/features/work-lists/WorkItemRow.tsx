import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { WorkPageKind, WorkPageView } from '../../../contract/workPage';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { toItemSentences } from './toItemSentences';

type WorkItemRowProps = {
  item: WorkPageView['items'][number];
  kind: WorkPageKind;
  /** Undefined until it is read, and where Zendesk does not tell it. */
  requesterName: string | undefined;
  onOpen: () => void;
};

/** Beside each other where there is room; the ticket first, since it is where the row leads. */
const StyledRow = styled.li`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
  gap: 0 16px;
  padding: 8px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow-wrap: anywhere;
`;

/** One ticket to look at: the way there, since when, why, and whose it is. */
export function WorkItemRow({ item, kind, requesterName, onOpen }: WorkItemRowProps) {
  const speech = useAdminI18n();
  const { t, format } = speech;
  return (
    <StyledRow>
      <div>
        <Button isLink onClick={onOpen}>
          {t('work.ticket', { id: item.ticketId })}
        </Button>
        <SubtleText>
          <time dateTime={item.since}>{t('work.since', { when: format.dayAndTime(item.since) })}</time>
        </SubtleText>
      </div>
      <div>
        {toItemSentences(item, kind, speech).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </div>
      <div>
        {item.requesterId !== null &&
          (requesterName ?? t('work.requester_unnamed', { id: item.requesterId }))}
        {item.billingAccountId !== null && (
          <SubtleText>{t('account.id', { id: item.billingAccountId })}</SubtleText>
        )}
      </div>
    </StyledRow>
  );
}
