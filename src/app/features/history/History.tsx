import { useState } from 'react';
import styled from 'styled-components';
import type { Receipt } from '../../../contract/receipt';
import { ActionRow } from '../../shared/garden-theme/ActionRow';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import { useNames } from '../../shared/people/useNames';
import { EntryRow } from './EntryRow';
import { listPeople } from './toActorWords';
import { useEntries } from './useEntries';
import type { HistoryCalls, NewestEntries } from './useEntries';

type HistoryProps = {
  newest: NewestEntries;
  /** The ticket beside which the panel stands; undefined where there is none yet. */
  ticketId: string | undefined;
  calls: HistoryCalls & { readReceipt: (entryKey: string) => Promise<Receipt> };
  onOpenTicket: (ticketId: string) => void;
};

const StyledList = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** What happened on the client's account, newest first. */
export function History({ newest, ticketId, calls, onOpenTicket }: HistoryProps) {
  const { t } = useMoreI18n();
  const [isFiltered, setIsFiltered] = useState(false);
  const { entries, hasMore, isReading, hasFailed, readMore } = useEntries(
    newest,
    isFiltered ? ticketId : undefined,
    calls,
  );
  const names = useNames(entries.flatMap(({ actor }) => listPeople(actor)));
  return (
    <>
      {ticketId !== undefined && newest.entries.length > 0 && (
        <ActionRow>
          <SmallButton aria-pressed={isFiltered} onClick={() => setIsFiltered(!isFiltered)}>
            {t('history.only_this_ticket')}
          </SmallButton>
        </ActionRow>
      )}
      {/* Safari drops the list's role together with its bullets. */}
      <StyledList role="list" aria-label={t('history.heading')} aria-busy={isReading}>
        {entries.map((entry) => (
          <EntryRow
            key={entry.key}
            entry={entry}
            names={names}
            ticketId={ticketId}
            readReceipt={calls.readReceipt}
            onOpenTicket={onOpenTicket}
          />
        ))}
      </StyledList>
      <div role="status">
        {entries.length === 0 && !isReading && !hasFailed && <SubtleText>{t('history.empty')}</SubtleText>}
        {hasFailed && <SubtleText>{t('history.failed')}</SubtleText>}
      </div>
      {(hasMore || hasFailed) && (
        <SmallButton isBasic aria-disabled={isReading} onClick={() => isReading || readMore()}>
          {isReading ? t('history.reading') : hasFailed ? t('failure.retry') : t('history.more')}
        </SmallButton>
      )}
    </>
  );
}
