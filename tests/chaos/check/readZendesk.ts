import type { Person } from '../play/personAt';
import type { Stage } from '../play/Stage';
import type { SeenAudit, SeenTicket, SeenUser } from './outcome';

type Wire = Record<string, unknown>;

const READS_AT_ONCE = 16;

/** Every ticket of the run with its audits, as an agent reads them. */
export async function readTickets(stage: Stage): Promise<Map<string, SeenTicket>> {
  const waiting = [...stage.journal.ticketIds, ...stage.defects];
  const seen = new Map<string, SeenTicket>();
  const readOn = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      seen.set(String(id), await readTicket(stage, String(id)));
    }
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, readOn));
  return seen;
}

async function readTicket({ agents, fields }: Stage, id: string): Promise<SeenTicket> {
  const reader = agents[0] as Person;
  const answer = await reader.call('GET', `tickets/${id}`);
  if (!answer.isDone) return toGone(id);
  const ticket = (answer.body as { ticket: Wire }).ticket;
  const values = new Map(
    (ticket['custom_fields'] as { id: number; value: unknown }[]).map((field) => [field.id, field.value]),
  );
  const via = ticket['via'] as { source?: { rel?: string; from?: { ticket_id?: number } } } | undefined;
  const isFollowUp = via?.source?.rel === 'follow_up';
  return {
    id,
    isGone: ticket['status'] === 'deleted',
    status: String(ticket['status']),
    tags: ticket['tags'] as string[],
    requesterId: String(ticket['requester_id']),
    type: (ticket['type'] as string | null) ?? null,
    problemTicketId: toText(ticket['problem_id']),
    followUpOf: isFollowUp ? toText(via?.source?.from?.ticket_id) : undefined,
    createdAt: String(ticket['created_at']),
    line: toText(values.get(fields.line)),
    action: toText(values.get(fields.action)),
    audits: await readAudits(reader, id),
  };
}

function toGone(id: string): SeenTicket {
  return {
    id,
    isGone: true,
    status: 'deleted',
    tags: [],
    requesterId: '',
    type: null,
    problemTicketId: undefined,
    followUpOf: undefined,
    createdAt: '',
    line: undefined,
    action: undefined,
    audits: [],
  };
}

async function readAudits(reader: Person, id: string): Promise<SeenAudit[]> {
  const audits: SeenAudit[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await reader.call('GET', `tickets/${id}/audits?page=${page}`);
    if (!answer.isDone) return audits;
    const body = answer.body as { audits: Wire[]; next_page: string | null };
    audits.push(...body.audits.map(toAudit));
    if (body.next_page === null) return audits;
  }
}

function toAudit(audit: Wire): SeenAudit {
  return {
    id: String(audit['id']),
    at: String(audit['created_at']),
    authorId: String(audit['author_id']),
    via: audit['via'] as SeenAudit['via'],
    events: (audit['events'] as Wire[]).map((event) => ({
      type: String(event['type']),
      fieldName: toText(event['field_name']),
      value: event['value'],
      previous: event['previous_value'],
      body: toText(event['body']),
      isPublic: event['public'] as boolean | undefined,
      authorId: toText(event['author_id']),
    })),
  };
}

/** All people, by id. */
export async function readUsers({ agents }: Stage): Promise<Map<string, SeenUser>> {
  const users = new Map<string, SeenUser>();
  for (let page = 1; ; page += 1) {
    const answer = await (agents[0] as Person).call('GET', `users?page=${page}`);
    if (!answer.isDone) throw new Error(`The list of users was refused with ${answer.status}.`);
    const body = answer.body as { users: Wire[]; next_page: string | null };
    for (const user of body.users) {
      users.set(String(user['id']), {
        id: String(user['id']),
        email: String(user['email']),
        role: String(user['role']),
        isVerified: user['verified'] === true,
        fields: (user['user_fields'] as Record<string, unknown>) ?? {},
      });
    }
    if (body.next_page === null) return users;
  }
}

function toText(value: unknown): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : String(value);
}
