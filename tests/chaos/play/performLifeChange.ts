import type { Deed } from '../plan/life';
import { control } from '../world/control';
import type { Answer, Person } from './personAt';
import type { Stage } from './Stage';

/** Deeds that begin, end or join tickets. */
type LifeChange = Extract<
  Deed,
  { kind: 'become_defect' | 'merge' | 'follow_up' | 'mail_reply' | 'delete' | 'spam' | 'restore' }
>;

/** The ticket that it happens to, of which life. */
type Place<Change extends LifeChange = LifeChange> = { life: number; ticketId: number; deed: Change };

const REFUSED: Answer = { isDone: false, status: 404 };

/** Does it, and notes what became of it; a follow-up becomes the life's newest ticket. */
export async function performLifeChange(stage: Stage, place: Place): Promise<void> {
  const { life, deed } = place;
  if (deed.kind === 'follow_up') return followUp(stage, { ...place, deed });
  if (deed.kind === 'mail_reply') return replyByMail(stage, place);
  const answer = await send(stage, { ...place, deed });
  stage.journal.note(life, deed, answer.isDone ? 'done' : `refused with ${answer.status}`);
}

async function send(
  stage: Stage,
  { ticketId, deed }: Place<Exclude<LifeChange, { kind: 'follow_up' | 'mail_reply' }>>,
): Promise<Answer> {
  const agent = stage.agents[deed.agent] as Person;
  switch (deed.kind) {
    case 'become_defect':
      await agent.call('PUT', `tickets/${ticketId}`, { ticket: { type: 'problem' } });
      return agent.call('PUT', `tickets/${ticketId}/tags`, { tags: ['software_defect'] });
    case 'merge': {
      const target = stage.journal.ticketOf(deed.into);
      if (target === undefined || target === ticketId) return REFUSED;
      const source_comment = 'The other ticket goes on with this.';
      return agent.call('POST', `tickets/${target}/merge`, { ids: [ticketId], source_comment });
    }
    case 'delete':
      return agent.call('DELETE', `tickets/${ticketId}`);
    case 'restore':
      return agent.call('PUT', `deleted_tickets/${ticketId}/restore`);
    case 'spam':
      return markAsSpam(stage, agent, ticketId);
  }
}

/** It shuts the requester out as well, which a lead takes back: the plan has more for that client to do. */
async function markAsSpam({ agents }: Stage, agent: Person, ticketId: number): Promise<Answer> {
  const requesterId = await readRequester(agent, ticketId);
  const answer = await agent.call('PUT', `tickets/${ticketId}/mark_as_spam`);
  if (answer.isDone) await agents.at(-1)?.call('PUT', `users/${requesterId}`, { user: { suspended: false } });
  return answer;
}

async function followUp(stage: Stage, { life, ticketId, deed }: Place<Extract<Deed, { kind: 'follow_up' }>>) {
  const { agents, journal } = stage;
  const agent = agents[deed.agent] as Person;
  const asked = { subject: 'Again', comment: { body: 'It is back.' }, via_followup_source_id: ticketId };
  const answer =
    deed.by === 'agent'
      ? await agent.call('POST', 'tickets', { ticket: asked })
      : await followUpAsClient(stage, { agent, ticketId, isColleague: deed.by === 'colleague', asked });
  journal.note(life, deed, answer.isDone ? 'done' : `refused with ${answer.status}`);
  if (!answer.isDone) return;
  const { request, ticket } = answer.body as { request?: { id: number }; ticket?: { id: number } };
  journal.noteOpened(life, (request ?? ticket)?.id ?? 0);
}

/** The help center takes a follow-up from the requester alone, so an agent makes the colleague's. */
async function followUpAsClient(
  { clients, plan }: Stage,
  follow: { agent: Person; ticketId: number; isColleague: boolean; asked: Record<string, unknown> },
): Promise<Answer> {
  const { agent, ticketId, isColleague, asked } = follow;
  const requesterId = await readRequester(agent, ticketId);
  const index = clients.findIndex(({ userId }) => userId === requesterId);
  const client = clients[index];
  if (client === undefined) return REFUSED;
  if (!isColleague) return client.call('POST', 'requests', { request: asked });
  const colleague = plan.clients.findIndex(({ colleagueOf }) => colleagueOf === index);
  const requester_id = (clients[colleague] ?? client).userId;
  return agent.call('POST', 'tickets', { ticket: { ...asked, requester_id } });
}

/** Answers the mails of the ticket: an open one goes on, a closed one gets a follow-up. */
async function replyByMail({ agents, clients, journal, world }: Stage, { life, ticketId, deed }: Place) {
  const requesterId = await readRequester(agents[0] as Person, ticketId);
  const client = clients.find(({ userId }) => userId === requesterId);
  if (client === undefined) {
    journal.note(life, deed, 'nobody to reply');
    return;
  }
  const mail = { from: client.email, body: 'Any news by mail?', ticket: ticketId };
  const { ticket_id: reached } = (await control(world.zendeskUrl, 'mail', mail)) as {
    ticket_id: number | null;
  };
  journal.note(life, deed, 'done');
  if (reached !== null && reached !== ticketId) journal.noteOpened(life, reached);
}

/** Undefined: the ticket is gone. */
async function readRequester(reader: Person, ticketId: number): Promise<number | undefined> {
  const shown = await reader.call('GET', `tickets/${ticketId}`);
  return shown.isDone ? (shown.body as { ticket: { requester_id: number } }).ticket.requester_id : undefined;
}
