import type { GrantView } from '../../../contract/entryView';
import type { Receipt } from '../../../contract/receipt';
import type { MoreSpeech } from '../../shared/i18n/moreI18n';
import { toEntryWords } from './toEntryWords';
import { toProofLines } from './toProofLines';

/** A receipt in sentences, in the order in which one would ask: why, from what, to whom, what came back. */
export function toReceiptLines(
  receipt: Receipt,
  names: ReadonlyMap<string, string>,
  i18n: MoreSpeech,
): string[] {
  const { t } = i18n;
  const proof = receipt.proof ? toProofLines(receipt.proof, names, i18n) : [];
  const rest = receipt.kind === 'grant' ? toGrantLines(receipt, i18n) : toMovementLines(receipt, names, i18n);
  const lines = [...proof, ...rest];
  return lines.length > 0 ? lines : [t('receipt.nothing')];
}

function toGrantLines(receipt: Extract<Receipt, { kind: 'grant' }>, { t, format }: MoreSpeech): string[] {
  const { grant } = receipt.entry;
  const sums = [
    ['used', receipt.usedCredits],
    ['returned', receipt.returnedCredits],
    ['expired', receipt.expiredCredits],
    ['clawed_back', receipt.clawedBackCredits],
  ] as const;
  return [
    ...(grant ? [toExpiry(grant, { t, format })] : []),
    ...sums.filter(([, count]) => count !== 0).map(([sum, count]) => t(`receipt.${sum}`, { count })),
    t('receipt.remaining', { count: receipt.remainingCredits }),
    ...receipt.uses.map(({ entry, amountCredits }) =>
      t('receipt.use', {
        amount: format.signedCredits(amountCredits),
        what: entry.ticketId === null ? toEntryWords(entry, t) : t('history.ticket', { id: entry.ticketId }),
        when: format.dayAndTime(entry.occurredAt),
      }),
    ),
  ];
}

function toMovementLines(
  receipt: Extract<Receipt, { kind: 'movement' }>,
  names: ReadonlyMap<string, string>,
  i18n: MoreSpeech,
): string[] {
  const { t, format } = i18n;
  const { entry, refund, debit } = receipt;
  return [
    ...(entry.ticketId === null ? [] : [t('receipt.ticket', { id: entry.ticketId })]),
    ...receipt.grants.flatMap(({ grant, amountCredits, proof }) => [
      t('receipt.from', {
        amount: format.signedCredits(amountCredits),
        source: t(`history.grant.${grant.source}`),
        date: format.date(grant.effectiveAt),
      }),
      ...(proof ? toProofLines(proof, names, i18n) : []),
    ]),
    ...(receipt.owedCredits > 0 ? [t('receipt.owed', { count: receipt.owedCredits })] : []),
    ...(refund
      ? [
          t('receipt.came_back', {
            what: toEntryWords(refund, t),
            when: format.dayAndTime(refund.occurredAt),
          }),
        ]
      : []),
    ...(debit ? [t('receipt.of_debit', { when: format.dayAndTime(debit.occurredAt) })] : []),
    ...(entry.kind === 'debit' && !refund ? [t('receipt.stands')] : []),
  ];
}

function toExpiry({ expiresAt }: GrantView, { t, format }: MoreSpeech): string {
  return expiresAt === null ? t('receipt.never_ends') : t('receipt.ends', { date: format.date(expiresAt) });
}
