import type { World } from '../../world/World';

/** A deleted ticket that can be restored, in the agents' list. */
export type DeletedTicketView = { id: number; subject: string; by: string; at: string };

const MAX_ROWS = 50;

/** The latest first, at most 50. */
export function readDeletedTickets({ tickets, users }: World): DeletedTicketView[] {
  return tickets
    .by('deleted', 'yes')
    .map(({ id, subject, deletion }) => ({
      id,
      subject,
      by: users.get(deletion?.actor_id ?? 0)?.name ?? 'someone',
      at: deletion?.at ?? '',
    }))
    .reverse()
    .slice(0, MAX_ROWS);
}
