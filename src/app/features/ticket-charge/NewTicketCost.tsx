import type { ClientView } from '../../../contract/creditsView';
import { useI18n } from '../../shared/i18n/useI18n';
import { toHandOverCost } from './toConsequence';

type NewTicketCostProps = { view: ClientView };

/** What a new ticket of this client would cost on either line. */
export function NewTicketCost({ view }: NewTicketCostProps) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <p style={{ margin: '0 0 4px' }}>
      {t('new_ticket.tech', { cost: toHandOverCost(view, i18n) })} {t('new_ticket.sales')}
    </p>
  );
}
