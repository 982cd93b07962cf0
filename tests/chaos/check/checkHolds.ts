import type { Finding } from './finding';
import { isOpen } from './checkTickets';
import type { Outcome } from './outcome';
import { findClient } from './requesters';

/** R12: a ticket is held for exactly what keeps it from being charged, and for want of credits only while there are none. */
export function checkHolds(outcome: Outcome): Finding[] {
  const rule = 'a ticket is held for what keeps it from being charged';
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const state = outcome.states.get(ticket.id);
    if (state?.creditState !== 'held' || !isOpen(ticket)) return [];
    const client = findClient(outcome, ticket.requesterId);
    if (client.kind === 'nobody') {
      if (state.reason === client.reason) return [];
      return [{ rule, ticketId: ticket.id, expected: client.reason, found: state.reason }];
    }
    const { accountId, partnerLevel } = client.account;
    const credits = outcome.balances.get(accountId) ?? 0;
    if (partnerLevel !== undefined)
      return [{ rule, ticketId: ticket.id, expected: 'waived for a partner', found: state.reason }];
    if (state.reason === 'no_credits' && credits <= 0) return [];
    return [
      {
        rule,
        ticketId: ticket.id,
        expected: `charged: account ${accountId} has ${credits} credits`,
        found: state.reason,
      },
    ];
  });
}
