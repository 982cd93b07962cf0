import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useId, useState } from 'react';
import styled from 'styled-components';
import type { EntryView } from '../../../contract/entryView';
import type { Receipt } from '../../../contract/receipt';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import { EntryReceipt } from './EntryReceipt';
import { toActorWords } from './toActorWords';
import { toEntryWords } from './toEntryWords';

type EntryRowProps = {
  entry: EntryView;
  names: ReadonlyMap<string, string>;
  /** The ticket beside which the panel stands: a link to it would lead nowhere. */
  ticketId: string | undefined;
  readReceipt: (entryKey: string) => Promise<Receipt>;
  onOpenTicket: (ticketId: string) => void;
};

const StyledRow = styled.li`
  display: grid;
  grid-template-columns: 32px minmax(0, 1fr);
  padding: 4px 0;
`;

const StyledAmount = styled.span<{ $isGain: boolean }>`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  font-variant-numeric: tabular-nums;
  color: ${({ theme, $isGain }) =>
    getColor({ theme, variable: $isGain ? 'foreground.success' : 'foreground.default' })};
`;

/** One ledger entry: sign, what, when, by whom, the way to its ticket, and its receipt in place. */
export function EntryRow({ entry, names, ticketId, readReceipt, onOpenTicket }: EntryRowProps) {
  const { t, format } = useMoreI18n();
  const [isOpen, setIsOpen] = useState(false);
  const receiptId = useId();
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
          {' · '}
          {toActorWords(entry.actor, names, t)}
        </SubtleText>
        <SubtleText as="div">
          {entryTicketId === ticketId && entryTicketId !== null && <>{t('history.this_ticket')} · </>}
          {entryTicketId !== null && entryTicketId !== ticketId && (
            <>
              <Button isLink size="small" onClick={() => onOpenTicket(entryTicketId)}>
                {t('history.ticket', { id: entryTicketId })}
              </Button>
              {' · '}
            </>
          )}
          <Button
            isLink
            size="small"
            aria-expanded={isOpen}
            aria-controls={receiptId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('history.receipt')}
          </Button>
        </SubtleText>
        <div id={receiptId}>{isOpen && <EntryReceipt entryKey={entry.key} readReceipt={readReceipt} />}</div>
      </div>
    </StyledRow>
  );
}
