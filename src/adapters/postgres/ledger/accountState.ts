import { applyEntry } from '../../../domain/credits/applyEntry';
import type { Book } from '../../../domain/credits/grant';
import type { NewEntry } from '../../../domain/credits/newEntry';
import { signedAmountOf } from '../../../domain/credits/newEntry';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { HeldTicket } from './heldTickets';

/** A credit account as it stands in a transaction that holds its lock, with what was decided in it so far. */
export type AccountState = {
  id: string;
  billingAccountId: string;
  balanceCredits: number;
  entryCount: number;
  /** As hex. */
  lastHash: string;
  earnedCredits: number;
  boughtCredits: number;
  usedCredits: number;
  returnedCredits: number;
  book: Book;
  /** Tickets held for `no_credits`, oldest first. */
  heldTickets: readonly HeldTicket[];
} & Pick<LedgerView, 'spendGrantCount' | 'spendClawbacks' | 'grantedKeys'>;

/** The account after one more entry, whose link in the chain is `entryHash`. */
export function afterEntry(state: AccountState, entry: NewEntry, entryHash: string): AccountState {
  const after = { ...state };
  after.balanceCredits += signedAmountOf(entry);
  after.entryCount += 1;
  after.lastHash = entryHash;
  after.book = applyEntry(state.book, entry);
  countTotals(after, entry);
  countSpend(after, entry);
  return after;
}

function countTotals(after: AccountState, entry: NewEntry): void {
  if (entry.kind === 'debit') after.usedCredits += entry.amountCredits;
  if (entry.kind === 'refund') after.returnedCredits += entry.amountCredits;
  if (entry.kind === 'grant' && entry.source === 'spend') after.earnedCredits += entry.amountCredits;
  if (entry.kind === 'grant' && entry.source === 'pack') after.boughtCredits += entry.amountCredits;
}

function countSpend(after: AccountState, entry: NewEntry): void {
  if (entry.kind === 'clawback') {
    const times = after.spendClawbacks.find((each) => each.step === entry.spendStep)?.times ?? 0;
    const others = after.spendClawbacks.filter((each) => each.step !== entry.spendStep);
    after.spendGrantCount -= 1;
    after.spendClawbacks = [...others, { step: entry.spendStep, times: times + 1 }];
  }
  if (entry.kind !== 'grant') return;
  if (entry.source === 'spend') after.spendGrantCount += 1;
  else after.grantedKeys = [...after.grantedKeys, entry.key];
}
