import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { EntryView } from '../../../contract/entryView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { toEntryWords } from './toEntryWords';

type EntryRowProps = {
  entry: EntryView;
  /** The ticket beside which the panel stands: a link to it would lead nowhere. */
  ticketId: string;
  onOpenTicket: (ticketId: string) => void;
};

const StyledRow = styled.li`
  display: grid;
  grid-template-columns: 36px 1fr;
  padding: 4px 0;
`;

const StyledAmount = styled.span<{ $isGain: boolean }>`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  font-variant-numeric: tabular-nums;
  color: ${({ theme, $isGain }) =>
    getColor({ theme, variable: $isGain ? 'foreground.success' : 'foreground.default' })};
`;

/** One ledger entry: sign, what, when, and the way to its ticket. */
export function EntryRow({ entry, ticketId, onOpenTicket }: EntryRowProps) {
  const { t, format } = useI18n();
  const entryTicketId = entry.ticketId;
  return (
    <StyledRow>
      <StyledAmount $isGain={entry.amountCredits > 0}>
        {format.signedCredits(entry.amountCredits)}
      </StyledAmount>
      <div>
        {toEntryWords(entry, t)}
        <SubtleText>
          <time dateTime={entry.occurredAt}>{format.dayAndTime(entry.occurredAt)}</time>
          {entryTicketId === ticketId && <> · {t('history.this_ticket')}</>}
          {entryTicketId && entryTicketId !== ticketId && (
            <>
              {' · '}
              <Button isLink size="small" onClick={() => onOpenTicket(entryTicketId)}>
                {t('history.ticket', { id: entryTicketId })}
              </Button>
            </>
          )}
        </SubtleText>
      </div>
    </StyledRow>
  );
}
