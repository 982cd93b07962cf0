import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { BillingAge } from './BillingAge';
import { useRefresh } from './useRefresh';
import type { RefreshCalls } from './useRefresh';

type BillingFooterProps = { view: CreditsView; calls: RefreshCalls };

const StyledRow = styled.div`
  display: flex;
  gap: 8px;
  align-items: center;
  justify-content: space-between;
`;

/** Age of the billing data, and the button that reads it again. */
export function BillingFooter({ view, calls }: BillingFooterProps) {
  const { t } = useI18n();
  const { isRefreshing, notice, refresh } = useRefresh(view, calls);
  return (
    <>
      <StyledRow>
        <SubtleText>
          {view.billingReadAt && <BillingAge key={view.now} readAt={view.billingReadAt} now={view.now} />}
          {!view.billingReadAt && !view.isBillingReachable && t('billing.never')}
        </SubtleText>
        <SmallButton isBasic aria-disabled={isRefreshing} onClick={() => void refresh()}>
          {isRefreshing ? t('billing.refreshing') : t('billing.refresh')}
        </SmallButton>
      </StyledRow>
      <NoticeArea notice={notice} />
    </>
  );
}
