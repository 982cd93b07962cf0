import styled from 'styled-components';
import type { ShadowPage } from '../../../contract/shadow';
import { VERDICTS } from '../../../domain/shadow/compareWithStaff';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import type { PagedReading } from '../../shared/reading/usePagedReading';
import { ShadowRow } from './ShadowRow';

type Page = Extract<ShadowPage, { mode: 'shadow' }>;

type ShadowReportProps = {
  pages: Page[];
  reading: PagedReading<ShadowPage>;
  openTicket: (ticketId: string) => void;
};

const StyledList = styled.ul`
  margin: 12px 0;
  padding: 0;
  list-style: none;
`;

const StyledTotals = styled.div`
  margin-top: 16px;
  & ul {
    margin: 4px 0;
    padding-inline-start: 20px;
  }
`;

/** The tickets read so far, each with what both did, and how often they agree. */
export function ShadowReport({ pages, reading, openTicket }: ShadowReportProps) {
  const { t, format } = useAdminI18n();
  const tickets = pages.flatMap((page) => page.tickets);
  if (tickets.length === 0) return <p>{t('shadow.empty')}</p>;
  const sumOf = (verdict: (typeof VERDICTS)[number]) =>
    pages.reduce((sum, page) => sum + page.totals[verdict], 0);
  return (
    <>
      {pages[0]?.isStaffKnown === false && <p>{t('shadow.staff_unknown')}</p>}
      <StyledTotals role="status">
        <strong>{t('shadow.shown', { count: tickets.length })}</strong>
        <ul>
          {VERDICTS.map((verdict) => (
            <li key={verdict}>
              {t('shadow.total', {
                verdict: t(`shadow.verdict.${verdict}`),
                number: format.credits(sumOf(verdict)),
              })}
            </li>
          ))}
        </ul>
      </StyledTotals>
      {/* Safari drops the list's role together with its bullets. */}
      <StyledList role="list" aria-label={t('tab.shadow')}>
        {tickets.map((ticket) => (
          <ShadowRow
            key={ticket.ticketId}
            ticket={ticket}
            isCounted={pages[0]?.isCounted === true}
            onOpen={() => openTicket(ticket.ticketId)}
          />
        ))}
      </StyledList>
      {reading.hasMore && (
        <SmallButton
          aria-disabled={reading.isReading}
          onClick={() => reading.isReading || reading.readMore()}
        >
          {reading.isReading ? t('page.reading') : t('work.more')}
        </SmallButton>
      )}
    </>
  );
}
