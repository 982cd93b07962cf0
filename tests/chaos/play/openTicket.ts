import type { Life, Opening } from '../plan/life';
import { control } from '../world/control';
import type { Person } from './personAt';
import type { Stage } from './Stage';

/** The first message of a life; answers the ticket's id, undefined while the client is shut out as spam. */
export async function openTicket(stage: Stage, life: Life): Promise<number | undefined> {
  const client = stage.clients[life.client];
  if (client === undefined) throw new Error(`Life ${life.number} has no client.`);
  const subject = `Question "${life.number}"`;
  if (life.opening === 'mail') return sendMail(stage, client.email, subject);
  if (life.opening === 'agent_tech') return openByAgent(stage, client.userId, subject, life.number);
  const answer = await client.call('POST', 'requests', {
    request: { subject, comment: { body: 'Please help.' }, custom_fields: toFields(stage, life.opening) },
  });
  return answer.isDone ? (answer.body as { request: { id: number } }).request.id : undefined;
}

function toFields({ fields }: Stage, opening: Opening): { id: number; value: string }[] {
  if (opening === 'form_topic') return [{ id: fields.topic, value: 'topic_update' }];
  return [{ id: fields.line, value: opening === 'form_tech' ? 'tech' : 'sales' }];
}

async function sendMail({ world }: Stage, from: string, subject: string): Promise<number | undefined> {
  const mail = await control(world.zendeskUrl, 'mail', { from, subject, body: 'By mail.' });
  return (mail as { ticket_id: number | null }).ticket_id ?? undefined;
}

async function openByAgent(
  { agents, fields }: Stage,
  requesterId: number,
  subject: string,
  number: number,
): Promise<number | undefined> {
  const agent = agents[number % agents.length] as Person;
  const answer = await agent.call('POST', 'tickets', {
    ticket: {
      subject,
      requester_id: requesterId,
      comment: { body: 'Told by telephone.' },
      custom_fields: [{ id: fields.line, value: 'tech' }],
    },
  });
  return answer.isDone ? (answer.body as { ticket: { id: number } }).ticket.id : undefined;
}
