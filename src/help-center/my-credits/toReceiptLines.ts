import type { ClientReceipt } from '../../contract/clientEntries';
import type { Speech } from '../words/createSpeech';
import { toEntryWords } from './toEntryWords';
import { toProofLines } from './toProofLines';

/** A receipt in sentences, in the order in which one would ask: why, from what, to whom, what came back. */
export function toReceiptLines(receipt: ClientReceipt, speech: Speech): string[] {
  const rest = receipt.kind === 'grant' ? toGrantLines(receipt, speech) : toMovementLines(receipt, speech);
  const lines = [...toProofLines(receipt.proof, speech), ...rest];
  return lines.length > 0 ? lines : [speech.t('receipt.nothing')];
}

function toGrantLines(receipt: Extract<ClientReceipt, { kind: 'grant' }>, speech: Speech): string[] {
  const { t, signed, date, dayAndTime } = speech;
  const { grant } = receipt.entry;
  const ends = grant?.expiresAt;
  const counted = (key: 'used' | 'returned' | 'expired' | 'clawed_back', count: number) =>
    count === 0 ? [] : [t(`receipt.${key}`, { count })];
  return [
    ...(ends === undefined
      ? []
      : [ends === null ? t('receipt.never_ends') : t('receipt.ends', { date: date(ends) })]),
    ...counted('used', receipt.usedCredits),
    ...counted('returned', receipt.returnedCredits),
    ...counted('expired', receipt.expiredCredits),
    ...counted('clawed_back', receipt.clawedBackCredits),
    t('receipt.remaining', { count: receipt.remainingCredits }),
    ...receipt.uses.map(({ entry, amountCredits }) =>
      t('receipt.use', {
        amount: signed(amountCredits),
        what:
          entry.ticketId === null ? toEntryWords(entry, speech) : t('history.ticket', { id: entry.ticketId }),
        when: dayAndTime(entry.occurredAt),
      }),
    ),
  ];
}

function toMovementLines(receipt: Extract<ClientReceipt, { kind: 'movement' }>, speech: Speech): string[] {
  const { t, signed, date, dayAndTime } = speech;
  const { entry, refund, debit } = receipt;
  const lines = receipt.grants.flatMap(({ grant, amountCredits, proof }) => {
    const source = t(`history.grant.${grant.source}`);
    const from = t('receipt.from', { amount: signed(amountCredits), source, date: date(grant.effectiveAt) });
    return [from, ...toProofLines(proof, speech)];
  });
  if (receipt.owedCredits > 0) lines.push(t('receipt.owed', { count: receipt.owedCredits }));
  if (refund !== null) {
    lines.push(
      t('receipt.came_back', { what: toEntryWords(refund, speech), when: dayAndTime(refund.occurredAt) }),
    );
  }
  if (debit !== null) lines.push(t('receipt.of_debit', { when: dayAndTime(debit.occurredAt) }));
  if (entry.kind === 'debit' && refund === null) lines.push(t('receipt.stands'));
  return lines;
}
