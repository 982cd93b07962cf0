import styled from 'styled-components';
import type { EntryView } from '../../../contract/entryView';
import { Section } from '../../shared/garden-theme/Section';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { EntryRow } from './EntryRow';

type HistoryProps = { entries: EntryView[]; ticketId: string; onOpenTicket: (ticketId: string) => void };

const StyledList = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** The client's last ledger entries, newest first. */
export function History({ entries, ticketId, onOpenTicket }: HistoryProps) {
  const { t } = useI18n();
  return (
    <Section heading={t('history.heading')}>
      {entries.length === 0 ? (
        <SubtleText>{t('history.empty')}</SubtleText>
      ) : (
        // Safari drops the list's role together with its bullets.
        <StyledList role="list">
          {entries.map((entry) => (
            <EntryRow key={entry.key} entry={entry} ticketId={ticketId} onOpenTicket={onOpenTicket} />
          ))}
        </StyledList>
      )}
    </Section>
  );
}
