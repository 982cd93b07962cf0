import type { ReactNode } from 'react';
import type { TicketAsking } from '../../api/TicketAsking';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { BarredButton } from './BarredButton';
import type { OfferedRefund } from './decideActions';

type ReasonButtonsProps = {
  refunds: OfferedRefund[];
  toButton: (asking: TicketAsking, label: string) => ReactNode;
};

/** The reasons to return a credit, each with one line that tells when it fits; what this agent may not use says why. */
export function ReasonButtons({ refunds, toButton }: ReasonButtonsProps) {
  const { t, format } = useI18n();
  return refunds.map(({ reason, barrier, rule }) => {
    const label = format.sentence(t(`charge.reason.${reason}`));
    if (barrier !== undefined) {
      return <BarredButton key={reason} label={label} why={t(`reason.barrier.${barrier}`)} />;
    }
    const { perPersonPerDay, freePerDay } = rule;
    return (
      <div key={reason}>
        {toButton({ kind: 'refund', reason }, label)}
        <SubtleText>
          {t(`reason.when.${reason}`)}
          {perPersonPerDay !== null && ` ${t('reason.limit', { count: perPersonPerDay })}`}
          {freePerDay === 0 && ` ${t('reason.approval.all')}`}
          {freePerDay !== null && freePerDay > 0 && ` ${t('reason.approval.after', { count: freePerDay })}`}
        </SubtleText>
      </div>
    );
  });
}
