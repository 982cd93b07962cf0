import type { Finding } from './finding';
import { isOpen } from './checkTickets';
import { readLineChanges, wasAnsweredByTech } from './lineHistory';
import type { Outcome, SeenTicket } from './outcome';
import { findOpenCharge, groupCharges } from './problems';
import type { Charge } from './problems';
import { findDefect, findMergeTarget } from './relations';
import { findClient } from './requesters';

type Charges = ReadonlyMap<string, Charge[]>;

/** R4 to R6, by Zendesk alone: no debit stands of which the rules say by themselves that it goes back. */
export function checkDueRefunds(outcome: Outcome): Finding[] {
  const byProblem = groupCharges(outcome.entries);
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const charges = byProblem.get(problemOf(outcome, ticket.id)) ?? [];
    const charge = findOpenCharge(charges);
    if (charge?.entry.kind !== 'debit') return [];
    const cause =
      findCauseOfProblem(outcome, ticket, { charges, byProblem }) ??
      findCauseOfTicket(outcome, ticket, charge);
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

const problemOf = ({ states }: Outcome, ticketId: string) => states.get(ticketId)?.problemId ?? '';

/** What tells of the whole problem, through whichever of its tickets; once, since a charge that is asked for afterwards is meant. */
function findCauseOfProblem(
  outcome: Outcome,
  ticket: SeenTicket,
  { charges, byProblem }: { charges: readonly Charge[]; byProblem: Charges },
): string | undefined {
  const isFirst = (reason: string) =>
    !charges.some(({ refunds }) => refunds.some((refund) => refund.reason === reason));
  if (ticket.isGone) return undefined;
  const defect = findDefect(outcome, ticket);
  if (defect !== undefined && isFirst('software_defect')) return `it is linked to the defect ${defect}`;
  const target = findMergeTarget(ticket);
  if (target === undefined) return undefined;
  const problem = problemOf(outcome, target);
  const isTargetCharged = findOpenCharge(byProblem.get(problem)) !== undefined;
  const isOther = problem !== problemOf(outcome, ticket.id);
  return isTargetCharged && isOther && isFirst('duplicate') ? `it was merged into ${target}` : undefined;
}

/** What happened to the charged ticket alone. */
function findCauseOfTicket(outcome: Outcome, ticket: SeenTicket, { entry }: Charge): string | undefined {
  if (entry.ticketId !== ticket.id) return undefined;
  if (ticket.isGone) return 'the ticket is gone';
  if (!isOpen(ticket)) return undefined;
  const client = findClient(outcome, ticket.requesterId);
  const isOthers = client.kind === 'client' && client.account.accountId !== entry.billingAccountId;
  if (isOthers) return 'it belongs to another client';
  const wasTech = readLineChanges(ticket, outcome.fields).some(({ line }) => line === 'tech');
  const isHandedBack = wasTech && ticket.line !== 'tech' && entry.actor.kind !== 'agent';
  return isHandedBack && wasAnsweredByTech(ticket, outcome) === 'no'
    ? 'handed back before a technical reply'
    : undefined;
}
