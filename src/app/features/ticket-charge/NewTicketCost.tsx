import type { ClientView } from '../../../contract/creditsView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { toHandOverCost } from './toConsequence';

type NewTicketCostProps = { view: ClientView };

/** What a new ticket of this client would cost with technical support; the other line is free. */
export function NewTicketCost({ view }: NewTicketCostProps) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <>
      <SubtleText>{t('new_ticket.tech')}</SubtleText>
      <p style={{ margin: '0 0 8px' }}>{toHandOverCost(view, i18n)}</p>
      <SubtleText>{t('cost.hand_back.free')}</SubtleText>
    </>
  );
}
