import type { Outcome, SeenTicket } from './outcome';
import { findClient, hasChangedAccount } from './requesters';

const DEFECT_TAG = 'software_defect';
const DAY_MS = 86_400_000;
/** The published rule: a follow-up within so many days goes on with the same problem. */
const FOLLOW_UP_FREE_DAYS = 30;
const MOST_FOLLOWED = 20;

/** R4: the ticket into which this one was merged, by the audit in which it was closed. */
export function findMergeTarget({ audits }: SeenTicket): string | undefined {
  const merge = audits.find(
    ({ via, events }) =>
      via?.source?.rel === 'merge' &&
      events.some(({ fieldName, value }) => fieldName === 'status' && value === 'closed'),
  );
  const id = merge?.via?.source?.from?.ticket_id;
  return id === undefined || id === null ? undefined : String(id);
}

/** R5: the problem ticket, marked as a defect at the end of the run, that this one is linked to or is itself. */
export function findDefect({ tickets }: Outcome, ticket: SeenTicket): string | undefined {
  if (ticket.type === 'problem') {
    return ticket.tags.includes(DEFECT_TAG) && ticket.followUpOf === undefined ? ticket.id : undefined;
  }
  const problem = ticket.type === 'incident' ? tickets.get(ticket.problemTicketId ?? '') : undefined;
  const isDefect =
    problem?.isGone === false && problem.type === 'problem' && problem.tags.includes(DEFECT_TAG);
  return isDefect ? problem.id : undefined;
}

/**
 * R4: the problem that the ticket belongs to, by Zendesk alone; undefined where that depended on a moment of the run: on who
 * the requester was then, or on an asking that was overwritten.
 */
export function findProblem(outcome: Outcome, ticket: SeenTicket, followed = 0): string | undefined {
  const own = `zt_${ticket.id}`;
  if (ticket.followUpOf === undefined) return own;
  const called = findCalls(outcome, ticket);
  if (called.length > 0)
    return called.some((id) => outcome.answers.get(id)?.outcome === 'done') ? own : undefined;
  const source = outcome.tickets.get(ticket.followUpOf);
  const closedAt = source && readClosedAt(source);
  if (source === undefined || closedAt === undefined || followed === MOST_FOLLOWED) return undefined;
  if ([ticket, source].some((each) => hasChangedHands(outcome, each))) return undefined;
  const isSame = isSameClient(outcome, ticket, source);
  if (isSame === undefined) return undefined;
  const isInTime = Date.parse(ticket.createdAt) - Date.parse(closedAt) < FOLLOW_UP_FREE_DAYS * DAY_MS;
  return isSame && isInTime ? findProblem(outcome, source, followed + 1) : own;
}

/** Ids of the audits in which somebody of the helpdesk said that the ticket is a problem of its own. */
function findCalls({ fields, users }: Outcome, { audits }: SeenTicket): string[] {
  return audits
    .filter(({ authorId }) => users.get(authorId)?.role !== 'end-user')
    .filter(({ events }) =>
      events.some(
        ({ fieldName, value }) =>
          fieldName === String(fields.action) && value === 'credit_action_new_problem',
      ),
    )
    .map(({ id }) => id);
}

function readClosedAt({ audits }: SeenTicket): string | undefined {
  const isClosing = ({ events }: SeenTicket['audits'][number]) =>
    events.some(({ fieldName, value }) => fieldName === 'status' && value === 'closed');
  return audits.filter(isClosing).at(-1)?.at;
}

function hasChangedHands(outcome: Outcome, { audits, requesterId }: SeenTicket): boolean {
  if (hasChangedAccount(outcome, requesterId)) return true;
  return audits.some(({ events }) =>
    events.some(({ type, fieldName }) => type === 'Change' && fieldName === 'requester_id'),
  );
}

/** Undefined where billing does not say who both are. */
function isSameClient(outcome: Outcome, one: SeenTicket, other: SeenTicket): boolean | undefined {
  if (one.requesterId === other.requesterId) return true;
  const [first, second] = [one, other].map(({ requesterId }) => findClient(outcome, requesterId));
  if (first?.kind !== 'client' || second?.kind !== 'client') return undefined;
  return first.account.accountId === second.account.accountId;
}
