import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { ShadowTicket } from '../../../contract/shadow';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { toShadowWords } from './toShadowWords';

type ShadowRowProps = {
  ticket: ShadowTicket;
  /** Whether billing was asked for its own count. */
  isCounted: boolean;
  onOpen: () => void;
};

/** Beside each other where there is room; the ticket first, since it is where the row leads. */
const StyledRow = styled.li`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
  gap: 2px 16px;
  padding: 8px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow-wrap: anywhere;
`;

const HUES = { alike: undefined, only_shadow: 'yellow', only_staff: 'yellow', open: undefined } as const;

/** One ticket: what the bridge would have done, what staff did, what billing counts for the client now, and whether both are alike. */
export function ShadowRow({ ticket, isCounted, onOpen }: ShadowRowProps) {
  const speech = useAdminI18n();
  const { t, format } = speech;
  const { bridge, staff } = toShadowWords(ticket, speech);
  const hue = HUES[ticket.verdict];
  return (
    <StyledRow>
      <div>
        <Button isLink onClick={onOpen}>
          {t('work.ticket', { id: ticket.ticketId })}
        </Button>
        <SubtleText>
          <time dateTime={ticket.decidedAt}>{format.dayAndTime(ticket.decidedAt)}</time>
        </SubtleText>
        {ticket.billingAccountId !== null && (
          <SubtleText>{t('account.id', { id: ticket.billingAccountId })}</SubtleText>
        )}
      </div>
      <div>
        <SubtleText>{t('shadow.column.bridge')}</SubtleText>
        {bridge}
      </div>
      <div>
        <SubtleText>{t('shadow.column.staff')}</SubtleText>
        {staff}
      </div>
      {isCounted && (
        <div>
          <SubtleText>{t('shadow.column.billing')}</SubtleText>
          {ticket.nativeCount === null ? t('shadow.staff.unknown') : format.credits(ticket.nativeCount)}
        </div>
      )}
      <div>
        <Tag {...(hue && { hue })}>
          <span>{t(`shadow.verdict.${ticket.verdict}`)}</span>
        </Tag>
      </div>
    </StyledRow>
  );
}
