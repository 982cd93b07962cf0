import { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';
import { fromCommandAction } from '../../domain/tickets/command';
import type { CommandAction } from '../../domain/tickets/command';
import { TicketWriteError } from './TicketWriteError';
import type { TicketWriteFailure } from './TicketWriteError';

/** What one asking needs: the field «Credit action» of this installation, the ticket, and what is asked for. */
export type CreditAsking = { ticketId: string; actionFieldId: number; action: CommandAction };

/**
 * Asks for an action by writing the ticket field in the agent's own session, so that Zendesk proves who asked.
 * It is a REST call and not `client.set`: a draft that the agent has not saved stays as it is.
 * Rejects with {@link TicketWriteError}.
 */
export async function setCreditAction(zendesk: AxiosInstance, asking: CreditAsking): Promise<void> {
  const value = `credit_action_${fromCommandAction(asking.action)}`;
  const body = { ticket: { custom_fields: [{ id: asking.actionFieldId, value }] } };
  const url = `/api/v2/tickets/${encodeURIComponent(asking.ticketId)}.json`;
  await zendesk.put(url, body).catch((failure: unknown) => {
    throw new TicketWriteError(toFailure(failure), failure);
  });
}

/** Zendesk's statuses for a ticket update (zendesk.md 8.2): a closed ticket answers 422. */
function toFailure(failure: unknown): TicketWriteFailure {
  const status = isAxiosError(failure) ? failure.response?.status : undefined;
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'ticket_gone';
  if (status === 409 || status === 429) return 'zendesk_busy';
  if (status === 400 || status === 422) return 'ticket_rejected';
  return 'zendesk_unreachable';
}
