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

/** A bridge that has answered takes an asking out of its field within about two seconds. */
const REPEAT_MS = 700;
const MAX_WRITES = 6;

/**
 * Asks for something by writing one ticket field in the agent's own session, so that Zendesk proves who asked. It is a
 * REST call and not `client.set`: a draft that the agent has not saved stays as it is, and so does every other field. An
 * asking that was answered may still stand in the field, and writing it once more would change nothing: it is written again
 * until it does, for a few seconds; what stands for longer is an asking that waits for its answer. Rejects with
 * {@link TicketWriteError}.
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
  for (let writes = 1; ; writes += 1) {
    const { data } = await zendesk
      .put<unknown>(url, { ticket: { custom_fields: [{ id, value }] } })
      .catch((failure: unknown) => {
        throw new TicketWriteError(toFailure(failure), failure);
      });
    if (field !== 'creditAction' || writes === MAX_WRITES || hasChanged(data, value)) return;
    await new Promise((resolve) => setTimeout(resolve, REPEAT_MS));
  }
}

/** Zendesk answers an update with its audit (zendesk.md 8.2); one without the event of our value changed nothing. */
function hasChanged(answer: unknown, value: string): boolean {
  const audit: unknown = Object(answer).audit;
  const events: unknown = Object(audit).events;
  return !Array.isArray(events) || events.some((event: unknown) => Object(event).value === value);
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
