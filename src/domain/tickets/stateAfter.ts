import type { NewEntry } from '../credits/newEntry';
import type { TicketState } from './ticketDecision';

/** What a ticket is once `entries`, the last of which charges or returns, are written. */
export function stateAfter(entries: readonly NewEntry[]): TicketState {
  const last = entries[entries.length - 1];
  if (last?.kind === 'refund') return { creditState: 'refunded', reason: last.reason };
  if (last?.kind === 'waiver') return { creditState: 'waived', reason: last.reason };
  return { creditState: 'debited', reason: 'charged' };
}
