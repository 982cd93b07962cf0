import { Span } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { DryRunForm } from './DryRunForm';
import { DryRunResult } from './DryRunResult';
import { useDryRun } from './useDryRun';
import type { TryDecision } from './useDryRun';

/** The form beside its answer where there is room, else above it. */
const StyledTrial = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
  gap: 24px 40px;
  align-items: start;
`;

/** What would be decided for a ticket, or for one that is made up, by the rules that decide in earnest. */
export function DryRunTrial({ tryDecision }: { tryDecision: TryDecision }) {
  const { t } = useAdminI18n();
  const { outcome, isBusy, ask } = useDryRun(tryDecision);
  const notice =
    outcome?.kind === 'failed'
      ? ({ tone: 'error', title: t('page.failed'), text: t(`failure.${outcome.failure}`) } as const)
      : undefined;
  return (
    <>
      <p>{t('dry_run.intro')}</p>
      <StyledTrial>
        <DryRunForm isBusy={isBusy} onAsk={(request) => void ask(request)} />
        <div aria-busy={isBusy}>
          <div role="status">{isBusy && <Span hidden>{t('dry_run.trying')}</Span>}</div>
          <NoticeArea notice={notice} isFocused />
          {outcome?.kind === 'decided' && <DryRunResult result={outcome.result} />}
        </div>
      </StyledTrial>
    </>
  );
}
