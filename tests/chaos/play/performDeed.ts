import type { Deed } from '../plan/life';
import type { Answer, Person } from './personAt';
import { performLifeChange } from './performLifeChange';
import type { Stage } from './Stage';
import { toTicketChange } from './toTicketChange';
import type { ChangeDeed } from './toTicketChange';

/** Does it to the newest ticket of a life, and notes what became of it. What Zendesk refuses is part of the life. */
export async function performDeed(stage: Stage, life: number, deed: Deed): Promise<void> {
  const ticketId = stage.journal.ticketOf(life);
  // The requester was shut out as spam when the ticket was to be opened.
  if (ticketId === undefined) return;
  switch (deed.kind) {
    case 'at_once':
      await Promise.all(deed.deeds.map((each) => performDeed(stage, life, each)));
      return;
    case 'other_system':
      await writeAgainAndAgain(stage.otherSystem, ticketId, deed.writes);
      stage.journal.note(life, deed, 'done');
      return;
    case 'client_reply':
      note(stage, life, deed, await replyAsRequester(stage, ticketId));
      return;
    case 'bulk_command':
      note(stage, life, deed, await commandInBulk(stage, deed));
      return;
    case 'become_defect':
    case 'merge':
    case 'follow_up':
    case 'mail_reply':
    case 'delete':
    case 'spam':
    case 'restore':
      await performLifeChange(stage, { life, ticketId, deed });
      return;
    default:
      note(stage, life, deed, await change(stage, ticketId, deed));
  }
}

function note({ journal }: Stage, life: number, deed: Deed, answer: Answer): void {
  journal.note(life, deed, answer.isDone ? 'done' : `refused with ${answer.status}`);
}

function change(stage: Stage, ticketId: number, deed: ChangeDeed): Promise<Answer> {
  const agent = stage.agents[deed.agent] as Person;
  return agent.call('PUT', `tickets/${ticketId}`, { ticket: toTicketChange(stage, deed) });
}

/** Whoever is the requester now: somebody else cannot see the ticket. */
async function replyAsRequester({ agents, clients }: Stage, ticketId: number): Promise<Answer> {
  const shown = await (agents[0] as Person).call('GET', `tickets/${ticketId}`);
  if (!shown.isDone) return shown;
  const { requester_id: requesterId } = (shown.body as { ticket: { requester_id: number } }).ticket;
  const client = clients.find(({ userId }) => userId === requesterId);
  // A follow-up of a ticket that is not closed is a new one, and the agent's own.
  if (client === undefined) return { isDone: false, status: 404 };
  return client.call('PUT', `requests/${ticketId}`, { request: { comment: { body: 'Any news?' } } });
}

async function commandInBulk(
  { agents, fields, journal }: Stage,
  { agent, lives, action }: Extract<Deed, { kind: 'bulk_command' }>,
): Promise<Answer> {
  const ids = new Set(lives.flatMap((life) => journal.ticketOf(life) ?? []));
  if (ids.size === 0) return { isDone: false, status: 404 };
  const ticket = { custom_fields: [{ id: fields.action, value: `credit_action_${action}` }] };
  return (agents[agent] as Person).call('PUT', `tickets/update_many?ids=${[...ids].join()}`, { ticket });
}

async function writeAgainAndAgain(person: Person, ticketId: number, writes: number): Promise<void> {
  for (let write = 1; write <= writes; write += 1) {
    await person.call('PUT', `tickets/${ticketId}/tags`, { tags: [`other_system_${write}`] });
  }
}
