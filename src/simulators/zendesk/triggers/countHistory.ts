import type { TriggerRun } from './TriggerRun';

/** Public comments of agents on the ticket, the one that is being added included. */
export function countReplies({ desk, ticket, comment }: TriggerRun): number {
  const { world } = desk;
  const isAgent = (id: number) => (world.users.get(id)?.role ?? 'end-user') !== 'end-user';
  const earlier = world.comments
    .by('ticket', ticket.id)
    .filter((one) => one.public && isAgent(one.author_id));
  return earlier.length + (comment?.public === true && isAgent(comment.authorId) ? 1 : 0);
}

/** How often the ticket went from solved back to another status but closed, this update included. */
export function countReopens({ desk, ticket, before }: TriggerRun): number {
  const isReopening = (from: unknown, to: unknown) => from === 'solved' && to !== 'solved' && to !== 'closed';
  const earlier = desk.world.audits
    .by('ticket', ticket.id)
    .flatMap((audit) => audit.events)
    .filter(
      (event) =>
        event.type === 'Change' &&
        event.field_name === 'status' &&
        isReopening(event.previous_value, event.value),
    );
  return earlier.length + (isReopening(before?.status, ticket.status) ? 1 : 0);
}
