import type { CreditsView } from '../../../contract/creditsView';
import { fromCommandAction } from '../../../domain/tickets/command';
import type { CommandRefusal } from '../../../domain/tickets/command';
import type { CreditState } from '../../../domain/tickets/creditState';
import type { TicketAsking } from '../../api/TicketAsking';

type TicketView = CreditsView['ticket'];

/** How an asking ended, as far as the ticket tells. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'unchanged' }
  /** Another agent has to approve. */
  | { kind: 'awaiting_approval' }
  | { kind: 'refused'; refusal: CommandRefusal | null };

/** The state that an action leads to; others may lead to any. */
const GOALS: Partial<Record<TicketAsking['kind'], CreditState>> = {
  debit: 'debited',
  refund: 'refunded',
  waive: 'waived',
  approve: 'refunded',
};

/**
 * Decides whether `asking`, made while the ticket was as in `before`, has ended; undefined while it has not. Answers are
 * told apart by their time, so that an old answer to the same action is not taken for the new one.
 */
export function decideOutcome(
  asking: TicketAsking,
  before: TicketView,
  after: TicketView,
): Outcome | undefined {
  if (asking.kind === 'hand_over' || asking.kind === 'hand_back') {
    // The line is part of what was decided, so the charge that goes with it is there too.
    const isThere = after.line === (asking.kind === 'hand_over' ? 'tech' : 'sales');
    return isThere && after.creditState !== null ? { kind: 'done' } : undefined;
  }
  const { answer } = after;
  const isNew = answer !== null && answer.answeredAt !== before.answer?.answeredAt;
  if (isNew && answer.action === fromCommandAction(asking)) {
    if (answer.outcome === 'awaiting_approval') return { kind: answer.outcome };
    if (answer.outcome === 'refused') return { kind: 'refused', refusal: answer.refusal };
    return asking.kind === 'recheck' && isSameState(before, after) ? { kind: 'unchanged' } : { kind: 'done' };
  }
  if (after.creditState === before.creditState) return undefined;
  const goal = GOALS[asking.kind];
  const isReached = goal === undefined || after.creditState === goal;
  return isReached ? { kind: 'done' } : undefined;
}

function isSameState(before: TicketView, after: TicketView): boolean {
  return after.creditState === before.creditState && after.reason === before.reason;
}
