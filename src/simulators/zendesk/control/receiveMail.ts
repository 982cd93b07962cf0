import { SimulatorInputError } from '../../kit/control';
import type { Desk, Origin } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import { buildVia, VIA_IDS } from '../entities/Via';
import { findOrCreateUser } from '../rest/findRequester';
import { createTicket } from '../tickets/createTicket';
import { updateTicket } from '../tickets/updateTicket';
import { isRecord } from '../wire/isRecord';

/** Where a mail went; no ticket when its sender is suspended. */
export type ReceivedMail = { ticket_id: number | null; user_id: number };

/**
 * `/_control/mail`: a mail `{from, subject, body}` reaches the account and becomes a ticket with `via` email; with `ticket`, the id
 * of one, it is a reply to that ticket's mails. A reply opens a solved ticket again and makes a follow-up of a closed one. A
 * reply by someone else than the requester or an agent is an internal note. A sender whom nobody knows becomes an unverified end
 * user. Answers both ids.
 */
export function receiveMail(desk: Desk, input: unknown): ReceivedMail {
  const { from, subject, body, ticket: answered } = isRecord(input) ? input : {};
  if (typeof from !== 'string' || !/^\S+@\S+$/.test(from)) {
    throw new SimulatorInputError('A mail wants {"from": address, "subject": text, "body": text}.');
  }
  const current = answered === undefined ? undefined : requireAnswered(desk, answered);
  const sender = findOrCreateUser(desk, from);
  if (sender.suspended === true) return { ticket_id: null, user_id: sender.id };
  const text = typeof body === 'string' && body.trim() !== '' ? body : '(no text)';
  if (current !== undefined && current.status !== 'closed') {
    reply(desk, current, sender, text);
    return { ticket_id: current.id, user_id: sender.id };
  }
  const { ticket } = createTicket(
    desk,
    {
      ...(typeof subject === 'string' && { subject }),
      requester_id: sender.id,
      comment: { body: text, public: true, authorId: sender.id },
      followUpOf: current,
    },
    toMailOrigin(sender),
  );
  return { ticket_id: ticket.id, user_id: sender.id };
}

function reply(desk: Desk, ticket: SimTicket, sender: SimUser, body: string): void {
  const isPublic = isStaff(sender) || sender.id === ticket.requester_id;
  const comment = { body, public: isPublic, authorId: sender.id };
  updateTicket(desk, ticket, { comment }, toMailOrigin(sender));
}

function toMailOrigin(sender: SimUser): Origin {
  const via = buildVia('email', { address: sender.email, name: sender.name });
  return { actor: sender, via, viaId: VIA_IDS.email };
}

function requireAnswered({ world }: Desk, id: unknown): SimTicket {
  const ticket = world.tickets.get(Number(id));
  if (ticket !== undefined && !ticket.deleted) return ticket;
  throw new SimulatorInputError(`There is no ticket ${String(id)} that a mail could answer.`);
}
