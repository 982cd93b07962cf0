import type { Deed } from '../plan/life';
import type { Answer, Person } from './personAt';
import type { Stage } from './Stage';

type Json = Record<string, unknown>;

/** Does it to the ticket of a life, and notes what became of it. What Zendesk refuses is part of the life. */
export async function performDeed(stage: Stage, life: number, deed: Deed): Promise<void> {
  const ticketId = stage.journal.ticketOf(life);
  if (ticketId === undefined) throw new Error(`Life ${life} has no ticket yet.`);
  if (deed.kind === 'at_once') {
    await Promise.all(deed.deeds.map((each) => performDeed(stage, life, each)));
    return;
  }
  if (deed.kind === 'other_system') {
    await writeAgainAndAgain(stage.otherSystem, ticketId, deed.writes);
    stage.journal.note(life, deed, 'done');
    return;
  }
  const answer = await send(stage, ticketId, deed);
  stage.journal.note(life, deed, answer.isDone ? 'done' : `refused with ${answer.status}`);
}

type PlainDeed = Exclude<Deed, { kind: 'at_once' | 'other_system' }>;

async function send(stage: Stage, ticketId: number, deed: PlainDeed): Promise<Answer> {
  if (deed.kind === 'client_reply') return replyAsRequester(stage, ticketId);
  const agent = stage.agents[deed.agent] as Person;
  return agent.call('PUT', `tickets/${ticketId}`, { ticket: toTicketChange(stage, deed) });
}

function toTicketChange(
  { fields, clients }: Stage,
  deed: Exclude<PlainDeed, { kind: 'client_reply' }>,
): Json {
  switch (deed.kind) {
    case 'agent_reply':
      return { comment: { body: 'We are looking.', public: deed.isPublic } };
    case 'hand_over':
      return { custom_fields: [{ id: fields.line, value: 'tech' }] };
    case 'hand_back':
      return {
        custom_fields: [{ id: fields.line, value: 'sales' }],
        ...(deed.saying === 'public' ? { comment: { body: 'Client care will answer.', public: true } } : {}),
      };
    case 'status':
      return { status: deed.status };
    case 'requester':
      return { requester_id: clients[deed.client]?.userId };
    case 'command':
      return { custom_fields: [{ id: fields.action, value: `credit_action_${deed.action}` }] };
  }
}

/** Whoever is the requester now: somebody else cannot see the ticket. */
async function replyAsRequester({ agents, clients }: Stage, ticketId: number): Promise<Answer> {
  const shown = await (agents[0] as Person).call('GET', `tickets/${ticketId}`);
  if (!shown.isDone) return shown;
  const { requester_id: requesterId } = (shown.body as { ticket: { requester_id: number } }).ticket;
  const client = clients.find(({ userId }) => userId === requesterId);
  if (client === undefined) throw new Error(`Ticket ${ticketId} belongs to nobody of the plan.`);
  return client.call('PUT', `requests/${ticketId}`, { request: { comment: { body: 'Any news?' } } });
}

async function writeAgainAndAgain(person: Person, ticketId: number, writes: number): Promise<void> {
  for (let write = 1; write <= writes; write += 1) {
    await person.call('PUT', `tickets/${ticketId}/tags`, { tags: [`other_system_${write}`] });
  }
}
