import { isLine } from '../../domain/line/line';
import type { CommandAction } from '../../domain/tickets/command';
import type { DeskHistory } from '../../use-cases/ports/desk';
import type { FieldIds } from './buildFieldCatalog';
import { compareNewestFirst } from './findCommand';
import { toAction, toCreditState } from './toDeskTicket';
import type { WireAudit } from './wire';

type Event = WireAudit['events'][number];

/** An event with when it happened and who did it. */
type Told = { event: Event; at: string; actorId: string; audit: WireAudit };

/** How Zendesk names the other ticket in the comment that it writes when it merges (INFERRED, see {@link findMerge}). */
const OTHER_TICKET = /#(\d+)/;

/**
 * What the audits tell, in whatever order they come (zendesk.md 8.4; that `field_name` is the field's id as text is
 * inferred there). `isAgent` tells of each author whether it is a person of the helpdesk.
 */
export function toDeskHistory(
  audits: readonly WireAudit[],
  fieldIds: FieldIds,
  isAgent: (userId: string) => boolean,
): DeskHistory {
  const oldestFirst = [...audits].sort(compareNewestFirst).reverse();
  const told = oldestFirst.flatMap((audit) =>
    audit.events.map((event): Told => ({
      event,
      audit,
      at: audit.created_at ?? '',
      actorId: audit.author_id,
    })),
  );
  const sets = (field: string) => told.filter(({ event }) => String(event.field_name) === field);
  return {
    lineChanges: sets(fieldIds.line).map(({ event, at, actorId }) => {
      return { line: isLine(event.value) ? event.value : undefined, at, actorId };
    }),
    agentReplies: told
      .filter(({ event, audit }) => isPublicComment(event) && audit !== oldestFirst[0])
      .map(({ event, at, actorId }) => ({ at, authorId: event.author_id ?? actorId }))
      .filter(({ authorId }) => isAgent(authorId)),
    commands: sets(fieldIds.action).flatMap(({ event, at, actorId, audit }) => {
      const action = typeof event.value === 'string' ? toAction(event.value) : undefined;
      return action === undefined ? [] : [{ id: audit.id, action, actorId, at }];
    }),
    creditChanges: sets(fieldIds.credit).map(({ event, at, actorId, audit }) => {
      return {
        state: toCreditState(event.value),
        taken: findTaken(audit, fieldIds.action),
        at,
        auditId: audit.id,
        actorId: event.via?.channel === 'rule' ? undefined : actorId,
      };
    }),
    requesterChanges: toRequesterChanges(sets('requester_id')),
    problemLinks: sets('problem_id').map(({ event, at, audit }) => {
      return { problemTicketId: toId(event.value), at, auditId: audit.id };
    }),
    mergedInto: oldestFirst.flatMap((audit) => findMerge(audit) ?? []).at(-1),
    closedAt: sets('status')
      .filter(({ event }) => event.value === 'closed')
      .at(-1)?.at,
  };
}

/** The command that a change took out of its field. */
function findTaken({ events }: WireAudit, fieldId: string): CommandAction | undefined {
  const taken = events.find((event) => String(event.field_name) === fieldId && !event.value)?.previous_value;
  return typeof taken === 'string' ? toAction(taken) : undefined;
}

/** Whoever it had before the first change stands in that change, where the audit of its making does not tell. */
function toRequesterChanges(told: readonly Told[]): DeskHistory['requesterChanges'] {
  const toChange = (requesterId: string | undefined, at: string, auditId: string) =>
    requesterId === undefined ? [] : [{ requesterId, at, auditId }];
  return [
    ...toChange(toId(told[0]?.event.previous_value), '', ''),
    ...told.flatMap(({ event, at, audit }) => toChange(toId(event.value), at, audit.id)),
  ];
}

/** An id as it stands in an audit: a text, or a number. */
function toId(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && value !== '' ? String(value) : undefined;
}

/** Whose public comments decide whether somebody of the helpdesk replied. */
export function listCommenters(audits: readonly WireAudit[]): string[] {
  const ids = audits.flatMap((audit) =>
    audit.events.filter(isPublicComment).map((event) => event.author_id ?? audit.author_id),
  );
  return [...new Set(ids)];
}

function isPublicComment({ type, public: isPublic }: Event): boolean {
  return type === 'Comment' && isPublic === true;
}

/**
 * The ticket into which this audit merged. That the audit of a merge has `rel: "merge"` and names the other ticket is
 * inferred (zendesk.md 8.2); where it names none, the comment that is left with a merge does. Only the merged ticket is
 * closed in the same audit, the one that it was merged into is not.
 */
function findMerge({ via, events }: WireAudit): string | undefined {
  const { rel, to, from } = via?.source ?? {};
  if (rel !== 'merge') return undefined;
  if (!events.some((each) => each.field_name === 'status' && each.value === 'closed')) return undefined;
  const comment = events.find(({ type }) => type === 'Comment')?.body ?? '';
  return to?.ticket_id ?? from?.ticket_id ?? OTHER_TICKET.exec(comment)?.[1];
}
