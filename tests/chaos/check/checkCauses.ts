import type { Finding } from './finding';
import { readLineChanges } from './lineHistory';
import type { Outcome, SeenEntry, SeenTicket } from './outcome';
import { findMergeTarget } from './relations';
import { hasChangedAccount } from './requesters';

/** Nothing is charged or returned without a cause that Zendesk itself shows: a line, a change, or an agent's own asking. */
export function checkCauses(outcome: Outcome): Finding[] {
  return outcome.entries.flatMap((entry): Finding[] => {
    const ticket = outcome.tickets.get(entry.ticketId ?? '');
    if (ticket === undefined || ticket.isGone) return [];
    const expected = findMissingCause(outcome, entry, ticket);
    if (expected === undefined) return [];
    return [
      {
        rule: 'nothing moves without a cause',
        ticketId: ticket.id,
        expected,
        found: `${entry.key}, ${entry.reason}, by ${entry.actor.kind} ${entry.actor.id ?? ''}`,
      },
    ];
  });
}

/** What should be there and is not; undefined when the cause is there. */
function findMissingCause(outcome: Outcome, entry: SeenEntry, ticket: SeenTicket): string | undefined {
  const { kind, actor } = entry;
  if (kind !== 'debit' && kind !== 'waiver' && kind !== 'refund') return undefined;
  if (actor.kind === 'agent') return findMissingAsking(outcome, entry, ticket);
  const lines = readLineChanges(ticket, outcome.fields).map(({ line }) => line);
  if (kind !== 'refund') return lines.includes('tech') ? undefined : 'a time on the line tech';
  if (entry.reason === 'requester_changed' && hasChangedAccount(outcome, ticket.requesterId))
    return undefined;
  return findMissingRefundCause(entry, ticket, lines);
}

function findMissingRefundCause(
  { reason }: SeenEntry,
  ticket: SeenTicket,
  lines: readonly (string | undefined)[],
): string | undefined {
  const hasChanged = (field: string) =>
    ticket.audits.some(({ events }) => events.some(({ fieldName }) => fieldName === field));
  switch (reason) {
    case 'wrong_line':
      return lines.some((line, at) => line !== 'tech' && lines.slice(0, at).includes('tech'))
        ? undefined
        : 'a hand-back';
    case 'requester_changed':
      return hasChanged('requester_id') ? undefined : 'a change of the requester';
    case 'software_defect':
      return hasChanged('problem_id') || hasChanged('type') ? undefined : 'a link to a defect';
    case 'duplicate':
      return findMergeTarget(ticket) === undefined ? 'a merge' : undefined;
    default:
      return undefined;
  }
}

/** The audit in which this very person asked for this very thing. */
function findMissingAsking(
  { fields, users }: Outcome,
  entry: SeenEntry,
  ticket: SeenTicket,
): string | undefined {
  const value = `credit_action_${toAction(entry)}`;
  const asked = ticket.audits.some(
    ({ authorId, events }) =>
      authorId === entry.actor.id &&
      events.some((event) => event.fieldName === String(fields.action) && event.value === value),
  );
  if (!asked) return `${value} set by ${entry.actor.id}`;
  if (users.get(entry.actor.id ?? '')?.role === 'end-user') return `${value} set by somebody of the helpdesk`;
  return undefined;
}

function toAction({ kind, reason }: SeenEntry): string {
  if (kind === 'refund') return `refund_${reason}`;
  return kind === 'waiver' && reason === 'agent' ? 'waive' : 'debit';
}
