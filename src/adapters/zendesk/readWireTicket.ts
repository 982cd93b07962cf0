import type { ZendeskClient } from './buildZendeskClient';
import { ticketAnswer } from './wire';
import type { WireTicket } from './wire';

/** Where a ticket is, without an ending. */
export function toTicketPath(ticketId: string): string {
  return `/api/v2/tickets/${encodeURIComponent(ticketId)}`;
}

/** Undefined: there is no such ticket, or it was deleted. */
export async function readWireTicket(
  client: ZendeskClient,
  ticketId: string,
): Promise<WireTicket | undefined> {
  const ticket = (await client.read(`${toTicketPath(ticketId)}.json`, ticketAnswer))?.ticket;
  return ticket?.status === 'deleted' ? undefined : ticket;
}
