import type { Payment, ReturnReason } from '../../domain/accounts/payment';
import { readColumn } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import type { Row } from './document/row';
import { toUnusableError } from './reading';
import { toMoney } from './toMoney';

/**
 * The codes of billmanager.md 4.1. Money has arrived with 4 only. 5 is about to go back: it counts as gone, and is earned
 * again if it stays after all. New, in progress, pledged (a credit line, not money), initiated and cancelled payments
 * are no money that came or went.
 */
const STATES = new Map<string, 'kept' | Exclude<ReturnReason, 'refund'> | undefined>([
  ['1', undefined],
  ['2', undefined],
  ['3', undefined],
  ['4', 'kept'],
  ['5', 'return_pending'],
  ['6', 'returned'],
  ['7', 'fraudulent'],
  ['8', undefined],
  ['9', undefined],
]);

/** A refund is a payment of its own, `return/<number of what it gives back>` (billmanager.md 4.1). */
const REFUND = /^return\W*(?<refundOf>.*)$/;

/** A row of `payment`; undefined when it moved no money. A row that cannot be read fails the list. */
export function toPayment(row: Row, columns: BillmanagerColumns): Payment | undefined {
  const id = row.get('id');
  if (id === undefined) throw toUnusableError('payment', 'a payment has no id');
  const code = readColumn(row, columns.paymentStatus) ?? '';
  if (!STATES.has(code)) throw toUnusableError('payment', 'a payment has no known code of its status');
  const state = STATES.get(code);
  if (state === undefined) return undefined;
  const number = readColumn(row, columns.paymentNumber) ?? '';
  const refund = REFUND.exec(number)?.groups;
  const { minor, currency } = toMoney('payment', readColumn(row, columns.paymentAmount));
  if (refund === undefined) return { id, number, state, currency, amountMinor: minor, refundOf: undefined };
  // Whether a refund is written with a minus is not documented; it always takes money out.
  const amountMinor = minor < 0n ? -minor : minor;
  return { id, number, state: 'refund', currency, amountMinor, refundOf: refund['refundOf'] };
}
