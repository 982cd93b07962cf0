import { SimulatorInputError } from '../../kit/control';
import type { Desk } from '../Desk';
import { buildVia, VIA_IDS } from '../entities/Via';
import { findOrCreateUser } from '../rest/findRequester';
import { createTicket } from '../tickets/createTicket';
import { isRecord } from '../wire/isRecord';

/**
 * `/_control/mail`: a mail `{from, subject, body}` reaches the account and becomes a ticket with `via` email. A sender
 * whom nobody knows becomes an unverified end user. Answers both ids.
 */
export function receiveMail(desk: Desk, input: unknown): { ticket_id: number; user_id: number } {
  const { from, subject, body } = isRecord(input) ? input : {};
  if (typeof from !== 'string' || !/^\S+@\S+$/.test(from)) {
    throw new SimulatorInputError('A mail wants {"from": address, "subject": text, "body": text}.');
  }
  const sender = findOrCreateUser(desk, from);
  const text = typeof body === 'string' && body.trim() !== '' ? body : '(no text)';
  const { ticket } = createTicket(
    desk,
    {
      subject: typeof subject === 'string' ? subject : '',
      requester_id: sender.id,
      comment: { body: text, public: true, authorId: sender.id },
    },
    {
      actor: sender,
      via: buildVia('email', { address: sender.email, name: sender.name }),
      viaId: VIA_IDS.email,
    },
  );
  return { ticket_id: ticket.id, user_id: sender.id };
}
