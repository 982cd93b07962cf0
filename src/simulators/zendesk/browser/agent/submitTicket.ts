import type { RestClient } from '../restClient';
import type { TicketModel } from './ticketModel';

/**
 * Saves what the agent has changed and written, as one update. Answers the id of its audit, which the stream of
 * changes will name too. Rejects with a sentence when the account refuses.
 */
export async function submitTicket(model: TicketModel, rest: RestClient): Promise<number | undefined> {
  const path = `/api/v2/tickets/${String(model.saved().id)}.json`;
  const answer = await rest.send<{ audit?: { id: number } }>('PUT', path, { ticket: readInput(model) });
  return answer.audit?.id;
}

/** Creates the ticket that the agent has written, and answers its id. Rejects with a sentence when something is missing. */
export async function submitNewTicket(model: TicketModel, rest: RestClient): Promise<number> {
  if (model.current().requester === undefined) throw new Error('Choose whose ticket it is.');
  const body = { ticket: readInput(model) };
  const { ticket } = await rest.send<{ ticket: { id: number } }>('POST', '/api/v2/tickets.json', body);
  return ticket.id;
}

/** What the agent has touched, in the words of the API. */
function readInput(model: TicketModel): Record<string, unknown> {
  const { values, problem, requester, ...properties } = model.draft();
  const { text, isPublic } = model.comment();
  const custom_fields = Object.entries(values).map(([id, value]) => ({ id: Number(id), value }));
  return {
    ...properties,
    ...(problem !== undefined && { problem_id: problem?.id ?? null }),
    ...(requester && { requester_id: requester.id }),
    ...(custom_fields.length > 0 && { custom_fields }),
    ...(text.trim() !== '' && { comment: { body: text, public: isPublic } }),
  };
}
