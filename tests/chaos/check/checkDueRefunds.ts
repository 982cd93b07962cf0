import type { Finding } from './finding';
import { isOpen } from './checkTickets';
import { readLineChanges, wasAnsweredByTech } from './lineHistory';
import type { Outcome, SeenTicket } from './outcome';
import { findOpenCharge, groupCharges } from './problems';
import type { Charge } from './problems';
import { findClient } from './requesters';

/** R4 to R6, by Zendesk alone: no debit stands of which the rules say by themselves that it goes back. */
export function checkDueRefunds(outcome: Outcome): Finding[] {
  const byProblem = groupCharges(outcome.entries);
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const charge = findOpenCharge(byProblem.get(outcome.states.get(ticket.id)?.problemId ?? ''));
    if (charge?.entry.kind !== 'debit') return [];
    const cause = findCause(outcome, ticket, charge);
    if (cause === undefined) return [];
    return [
      {
        rule: 'what the rules return is returned',
        ticketId: ticket.id,
        expected: `returned: ${cause}`,
        found: charge.entry.key,
      },
    ];
  });
}

function findCause(outcome: Outcome, ticket: SeenTicket, { entry }: Charge): string | undefined {
  const isCharged = entry.ticketId === ticket.id;
  if (!isCharged) return undefined;
  if (ticket.isGone) return 'the ticket is gone';
  if (!isOpen(ticket)) return undefined;
  const client = findClient(outcome, ticket.requesterId);
  if (client.kind === 'client' && client.account.accountId !== entry.billingAccountId)
    return 'it belongs to another client';
  const wasTech = readLineChanges(ticket, outcome.fields).some(({ line }) => line === 'tech');
  const isHandedBack = wasTech && ticket.line !== 'tech' && entry.actor.kind !== 'agent';
  return isHandedBack && wasAnsweredByTech(ticket, outcome) === 'no'
    ? 'handed back before a technical reply'
    : undefined;
}
