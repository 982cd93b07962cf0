import type { SimTicket } from '../entities/SimTicket';
import type { World } from '../world/World';

/** A ticket in the list of deleted ones. */
export function toWireDeletedTicket(ticket: SimTicket, { users }: World): Record<string, unknown> {
  const { id, subject, description, status, deletion } = ticket;
  const actor = deletion && users.get(deletion.actor_id);
  return {
    id,
    subject,
    description,
    actor: actor && { id: actor.id, name: actor.name },
    deleted_at: deletion?.at,
    previous_state: status,
  };
}
