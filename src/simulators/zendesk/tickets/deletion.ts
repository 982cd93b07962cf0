import { readWireTime } from '../Desk';
import type { Desk } from '../Desk';
import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import type { SimTicket } from '../entities/SimTicket';
import { buildRecordInvalid } from '../errors/VendorError';
import { omit } from '../wire/omit';
import { stamp } from './stamp';

/** What stands in place of the contents of a ticket that was deleted for good. */
const SCRUBBED = 'SCRUBBED';

/**
 * Deletes a ticket so that it can be restored: it is found no more, but for the list of deleted tickets and the incremental
 * export. No trigger runs and no audit is written.
 */
export function deleteTicket(desk: Desk, ticket: SimTicket, actor: SimUser): void {
  const deletion = { at: readWireTime(desk.clock), actor_id: actor.id, isPermanent: false };
  save(desk, { ...ticket, deleted: true, deletion }, actor);
}

/** Brings a deleted ticket back as it was; no trigger runs. */
export function restoreTicket(desk: Desk, ticket: SimTicket, actor: SimUser): void {
  save(desk, { ...omit(ticket, 'deletion'), deleted: false }, actor);
}

/** Deletes what a deleted ticket holds: its words, its people's values and its history. Its number stays. */
export function scrubTicket(desk: Desk, ticket: SimTicket, actor: SimUser): void {
  const { world, clock } = desk;
  for (const { id } of world.comments.by('ticket', ticket.id)) world.comments.remove(id);
  for (const { id } of world.audits.by('ticket', ticket.id)) world.audits.remove(id);
  const deletion = { at: readWireTime(clock), actor_id: actor.id, isPermanent: true };
  const contents = { subject: SCRUBBED, description: SCRUBBED, tags: [], custom_fields: {} };
  save(desk, { ...ticket, ...contents, deleted: true, deletion }, actor);
}

/**
 * Deletes a ticket and suspends its requester (support.zendesk.com 4408842999066). Refuses with 422 a closed ticket and a
 * requester who is no end user.
 */
export function markAsSpam(desk: Desk, ticket: SimTicket, actor: SimUser): void {
  const requester = desk.world.users.get(ticket.requester_id);
  if (ticket.status === 'closed') throw buildRefusal('status', 'Status: closed prevents ticket update');
  if (requester === undefined || isStaff(requester)) {
    throw buildRefusal('requester', 'Requester: is not an end user');
  }
  desk.world.users.put({ ...requester, suspended: true, updated_at: readWireTime(desk.clock) });
  desk.events.emit('user.updated', requester.id);
  deleteTicket(desk, ticket, actor);
}

function save(desk: Desk, ticket: SimTicket, actor: SimUser): void {
  desk.world.tickets.put({ ...ticket, ...stamp(desk.clock) });
  desk.events.emit('ticket.updated', ticket.id, actor.id);
}

function buildRefusal(field: string, description: string) {
  return buildRecordInvalid({ field, description, error: 'InvalidValue' });
}
