import type { Person } from '../../play/personAt';
import type { Stage } from '../../play/Stage';

/** The tags of a ticket as an agent sees them. */
export async function readTags({ agents }: Pick<Stage, 'agents'>, ticketId: string): Promise<string[]> {
  const answer = await (agents[0] as Person).call('GET', `tickets/${ticketId}`);
  return answer.isDone ? (answer.body as { ticket: { tags: string[] } }).ticket.tags : [];
}
