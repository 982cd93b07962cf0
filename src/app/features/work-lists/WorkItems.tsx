import styled from 'styled-components';
import type { WorkPageKind } from '../../../contract/workPage';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { useNames } from '../../shared/people/useNames';
import { ReadingView } from '../../shared/reading/ReadingView';
import { usePagedReading } from '../../shared/reading/usePagedReading';
import { WorkItemRow } from './WorkItemRow';
import type { WorkCalls } from './WorkLists';

type WorkItemsProps = { kind: WorkPageKind; reading: number; calls: WorkCalls };

const StyledList = styled.ul`
  margin: 0 0 8px;
  padding: 0;
  list-style: none;
`;

/** The tickets of one kind, oldest first, page by page. */
export function WorkItems({ kind, reading, calls }: WorkItemsProps) {
  const { t, format } = useAdminI18n();
  const pages = usePagedReading(['work', kind, reading], (after) => calls.readPage(kind, after));
  const items = (pages.data ?? []).flatMap((page) => page.items);
  const names = useNames(items.flatMap(({ requesterId }) => requesterId ?? []));
  return (
    <ReadingView reading={pages} barCount={3}>
      {([first]) =>
        items.length === 0 ? (
          <p>{t('work.empty')}</p>
        ) : (
          <>
            {/* Safari drops the list's role together with its bullets. */}
            <StyledList role="list" aria-label={t(`work.kind.${kind}`)}>
              {items.map((item) => (
                <WorkItemRow
                  key={item.ticketId}
                  item={item}
                  kind={kind}
                  requesterName={names.get(item.requesterId ?? '')}
                  onOpen={() => calls.openTicket(item.ticketId)}
                />
              ))}
            </StyledList>
            <SubtleText role="status">
              {t('work.shown', {
                shown: format.credits(items.length),
                count: format.credits(first?.count ?? items.length),
              })}
            </SubtleText>
            {pages.hasMore && (
              <SmallButton
                style={{ marginTop: 8 }}
                aria-disabled={pages.isReading}
                onClick={() => pages.isReading || pages.readMore()}
              >
                {pages.isReading ? t('page.reading') : t('work.more')}
              </SmallButton>
            )}
          </>
        )
      }
    </ReadingView>
  );
}
