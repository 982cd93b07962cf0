import { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';
import { toFieldValue } from './TicketAsking';
import type { AskingField, TicketAsking } from './TicketAsking';
import { TicketWriteError } from './TicketWriteError';
import type { TicketWriteFailure } from './TicketWriteError';

/** Ids of the ticket fields of this installation; undefined for one that is missing. */
export type FieldIds = Record<AskingField, number | undefined>;

/** Where one asking goes. */
export type AskingTarget = { ticketId: string; fieldIds: FieldIds };

/**
 * Asks for something by writing one ticket field in the agent's own session, so that Zendesk proves who asked. It is a
 * REST call and not `client.set`: a draft that the agent has not saved stays as it is, and so does every other field.
 * Rejects with {@link TicketWriteError}.
 */
export async function writeAsking(
  zendesk: AxiosInstance,
  { ticketId, fieldIds }: AskingTarget,
  asking: TicketAsking,
): Promise<void> {
  const { field, value } = toFieldValue(asking);
  const id = fieldIds[field];
  if (id === undefined) throw new TicketWriteError('ticket_rejected');
  const url = `/api/v2/tickets/${encodeURIComponent(ticketId)}.json`;
  await zendesk.put(url, { ticket: { custom_fields: [{ id, value }] } }).catch((failure: unknown) => {
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
