import type { Desk, Origin } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { buildTicketVia, OTHER_VIA_IDS } from '../entities/Via';
import { buildRecordInvalid } from '../errors/VendorError';
import { updateTicket } from './updateTicket';
import type { NewComment } from './TicketChanges';

/** The words that may be left on a ticket that takes part in a merge. */
export type MergeComment = { body: string; isPublic: boolean } | undefined;

const MERGED_TAG = 'closed_by_merge';

/**
 * Refuses with 422 a ticket that others cannot be merged into: one that is solved or closed
 * (support.zendesk.com 203690916, as told by others).
 */
export function requireMergeTarget(target: SimTicket): void {
  if (target.status !== 'solved' && target.status !== 'closed') return;
  throw buildRecordInvalid({
    field: 'status',
    description: `Status: tickets cannot be merged into one that is ${target.status}`,
    error: 'InvalidValue',
  });
}

/**
 * Closes a ticket as merged into another one: its tag says so, its audit names the other ticket, its triggers run. Refuses with
 * 422 a closed ticket and one that is to be merged into itself.
 */
export function closeMerged(
  desk: Desk,
  { source, target, comment }: { source: SimTicket; target: SimTicket; comment: MergeComment },
  origin: Origin,
): void {
  if (source.id === target.id) {
    const description = 'A ticket cannot be merged into itself';
    throw buildRecordInvalid({ field: 'base', description, error: 'InvalidValue' });
  }
  const left = toNewComment(comment, [source, target], origin);
  updateTicket(
    desk,
    source,
    { status: 'closed', tags: [...source.tags, MERGED_TAG], ...(left && { comment: left }) },
    toMergeOrigin(origin, [target]),
  );
}

/** Leaves the comment of a merge on the ticket that the others were merged into. */
export function tellTarget(
  desk: Desk,
  { sources, target, comment }: { sources: readonly SimTicket[]; target: SimTicket; comment: MergeComment },
  origin: Origin,
): void {
  const left = toNewComment(comment, [...sources, target], origin);
  if (left !== undefined) updateTicket(desk, target, { comment: left }, toMergeOrigin(origin, sources));
}

/** Comments are private where one of the tickets is, whatever was asked for (the vendor's «Merge Tickets»). */
function toNewComment(
  comment: MergeComment,
  tickets: readonly SimTicket[],
  { actor }: Origin,
): NewComment | undefined {
  if (comment === undefined) return undefined;
  const isPublic = comment.isPublic && tickets.every((ticket) => ticket.is_public);
  return { body: comment.body, public: isPublic, authorId: actor.id };
}

function toMergeOrigin({ actor }: Origin, others: readonly SimTicket[]): Origin {
  return { actor, via: buildTicketVia('merge', others), viaId: OTHER_VIA_IDS.merge };
}
