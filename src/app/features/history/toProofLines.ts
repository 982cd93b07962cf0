import type { ProofView } from '../../../contract/receipt';
import type { MoreSpeech } from '../../shared/i18n/moreI18n';

/** Why an entry was written, in sentences whose facts can be looked up again in billing or Zendesk. */
export function toProofLines(
  proof: ProofView,
  names: ReadonlyMap<string, string>,
  { t, format }: MoreSpeech,
): string[] {
  switch (proof.kind) {
    case 'spend':
      return [
        t('proof.spend', {
          threshold: format.money(proof.thresholdCents),
          spend: format.money(proof.spendCents),
        }),
        ...(proof.expenseIds.length > 0 ? [t('proof.expenses', { ids: proof.expenseIds.join(', ') })] : []),
        ...proof.rates.map(({ expenseId, currency, rate, from }) =>
          t('proof.rate', { id: expenseId, currency, rate, date: format.date(from) }),
        ),
        ...toReturnedLines(proof, { t, format }),
      ];
    case 'pack':
      return [
        t('proof.pack', { id: proof.billingItemId }),
        ...(proof.boughtAt ? [t('proof.bought', { date: format.date(proof.boughtAt) })] : []),
      ];
    case 'fallen_spend':
      return [
        t('proof.fallen', {
          threshold: format.money(proof.thresholdCents),
          spend: format.money(proof.spendCents),
        }),
        ...toReturnedLines(proof, { t, format }),
      ];
    case 'written':
      return [t('proof.written', { text: proof.text })];
    case 'defect':
      return [t('proof.defect', { id: proof.ticketId })];
    case 'merged':
      return [t('proof.merged', { id: proof.ticketId })];
    case 'handed_over':
      return [
        t('proof.handed_over', {
          name: names.get(proof.userId) ?? t('people.unnamed', { id: proof.userId }),
        }),
      ];
  }
}

function toReturnedLines(
  { loweredCents, returnedPayments }: Extract<ProofView, { kind: 'spend' | 'fallen_spend' }>,
  { t, format }: MoreSpeech,
): string[] {
  if (loweredCents === 0) return [];
  const ids = returnedPayments.map(({ paymentId }) => paymentId).join(', ');
  return [t('proof.returned', { amount: format.money(loweredCents), ids })];
}
