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
  lastHash: Buffer;
  earnedCredits: number;
  boughtCredits: number;
  usedCredits: number;
  returnedCredits: number;
  book: Book;
  /** Tickets held for `no_credits`, oldest first. */
  heldTickets: HeldTicket[];
} & Pick<LedgerView, 'spendGrantCount' | 'spendClawbacks' | 'grantedKeys'>;

/** The account after one more entry, whose link in the chain is `entryHash`. */
export function afterEntry(state: AccountState, entry: NewEntry, entryHash: Buffer): AccountState {
  return {
    ...state,
    ...countTotals(state, entry),
    ...countSpend(state, entry),
    balanceCredits: state.balanceCredits + signedAmountOf(entry),
    entryCount: state.entryCount + 1,
    lastHash: entryHash,
    book: applyEntry(state.book, entry),
  };
}

function countTotals(state: AccountState, entry: NewEntry): Partial<AccountState> {
  if (entry.kind === 'debit') return { usedCredits: state.usedCredits + entry.amountCredits };
  if (entry.kind === 'refund') return { returnedCredits: state.returnedCredits + entry.amountCredits };
  if (entry.kind !== 'grant') return {};
  if (entry.source === 'spend') return { earnedCredits: state.earnedCredits + entry.amountCredits };
  if (entry.source === 'pack') return { boughtCredits: state.boughtCredits + entry.amountCredits };
  return {};
}

function countSpend(state: AccountState, entry: NewEntry): Partial<AccountState> {
  if (entry.kind === 'clawback') {
    const times = state.spendClawbacks.find((each) => each.step === entry.spendStep)?.times ?? 0;
    const others = state.spendClawbacks.filter((each) => each.step !== entry.spendStep);
    return {
      spendGrantCount: state.spendGrantCount - 1,
      spendClawbacks: [...others, { step: entry.spendStep, times: times + 1 }],
    };
  }
  if (entry.kind !== 'grant') return {};
  if (entry.source === 'spend') return { spendGrantCount: state.spendGrantCount + 1 };
  return { grantedKeys: [...state.grantedKeys, entry.key] };
}
