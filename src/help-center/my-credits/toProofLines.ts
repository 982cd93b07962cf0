import type { ClientProof } from '../../contract/clientEntries';
import type { Speech } from '../words/createSpeech';

/** Why an entry was written, in facts that the client finds in the own bills. */
export function toProofLines(proof: ClientProof | null, { t, money, date }: Speech): string[] {
  switch (proof?.kind) {
    case undefined:
      return [];
    case 'pack':
      return [
        t('proof.pack', { id: proof.billingItemId }),
        ...(proof.boughtAt === null ? [] : [t('proof.bought', { date: date(proof.boughtAt) })]),
      ];
    case 'defect':
    case 'merged':
      return [t(`told.${proof.kind}`)];
    case 'spend':
    case 'fallen_spend': {
      const amounts = { threshold: money(proof.thresholdCents), spend: money(proof.spendCents) };
      const ids = proof.returnedPayments.map(({ paymentId }) => paymentId).join(', ');
      return [
        t(proof.kind === 'spend' ? 'proof.spend' : 'proof.fallen', amounts),
        ...(proof.kind === 'spend' ? toExpenseLines(proof, { t, date }) : []),
        ...(proof.loweredCents === 0
          ? []
          : [t('proof.returned', { amount: money(proof.loweredCents), ids })]),
      ];
    }
  }
}

function toExpenseLines(
  { expenseIds, rates }: Extract<ClientProof, { kind: 'spend' }>,
  { t, date }: Pick<Speech, 't' | 'date'>,
): string[] {
  return [
    ...(expenseIds.length === 0 ? [] : [t('proof.expenses', { ids: expenseIds.join(', ') })]),
    ...rates.map(({ expenseId: id, currency, rate, from }) =>
      t('proof.rate', { id, currency, rate, date: date(from) }),
    ),
  ];
}
