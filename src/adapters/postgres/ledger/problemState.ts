import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { NewEntry } from '../../../domain/credits/newEntry';
import { toCharge } from '../../../domain/credits/toCharge';
import type { Book } from '../../../domain/credits/grant';
import { isChargedAnew } from '../../../domain/tickets/isChargedAnew';

/** What the rules need of the problem, apart from the account. */
export type ProblemState = Pick<LedgerView, 'openCharge' | 'chargeCount' | 'refundReason' | 'refundReasons'>;

/** The problem after what was decided for one of its tickets; `book` is the account's before that. */
export function afterEntries(problem: ProblemState, entries: readonly NewEntry[], book: Book): ProblemState {
  return entries.reduce((state, entry): ProblemState => {
    if (entry.kind === 'debit' || entry.kind === 'waiver') {
      const openCharge = toCharge(entry, book);
      const { chargeCount, refundReasons } = state;
      return { openCharge, chargeCount: chargeCount + 1, refundReason: undefined, refundReasons };
    }
    if (entry.kind !== 'refund') return state;
    const refundReasons = [...new Set([...state.refundReasons, entry.reason])];
    return { ...state, openCharge: undefined, refundReason: entry.reason, refundReasons };
  }, problem);
}

/** R4: whether the problem has a charge of its own, or had one that stays returned. */
export function isCharged({ openCharge, refundReason }: ProblemState): boolean {
  return openCharge !== undefined || (refundReason !== undefined && !isChargedAnew(refundReason));
}

/** Whether the charge of a problem is another one after these entries. */
export function changesCharge(entries: readonly NewEntry[]): boolean {
  return entries.some(({ kind }) => kind === 'debit' || kind === 'waiver' || kind === 'refund');
}
