import type { NewEntry } from '../credits/newEntry';
import { toCharge } from '../credits/toCharge';
import { decideRuleRefund } from './decideRuleRefund';
import type { DecisionFacts } from './decisionInput';

/**
 * Whether the rules want more of this ticket than one decision may do: a debit is to be returned at once (the ticket was
 * linked to a defect before it was charged), or, after a return to one client, another one is to be charged.
 */
export function wantsAnotherLook(facts: DecisionFacts, entries: readonly NewEntry[]): boolean {
  const last = entries[entries.length - 1];
  if (last?.kind === 'refund') return last.reason === 'requester_changed';
  if (last?.kind !== 'debit') return false;
  const { ledger } = facts;
  const openCharge = toCharge(last, ledger.book);
  return decideRuleRefund({ ...facts, ledger: { ...ledger, openCharge } }) !== undefined;
}
