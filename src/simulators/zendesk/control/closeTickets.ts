import { SimulatorInputError } from '../../kit/control';
import type { Desk } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { closeBySystem, listOverdue } from '../tickets/closeSolved';
import { isRecord } from '../wire/isRecord';

/**
 * `/_control/close`: the system closes what has been solved for 28 days by the account's clock, or, with `{"tickets": [id]}`,
 * these solved tickets at once. No trigger runs. Answers the ids of the tickets that were closed.
 */
export function closeTickets(desk: Desk, body: unknown): { tickets: number[] } {
  const { tickets, ...others } = isRecord(body) ? body : {};
  if (Object.keys(others).length > 0 || (tickets !== undefined && !Array.isArray(tickets))) {
    throw new SimulatorInputError('Closing takes nothing, or {"tickets": [ids of solved tickets]}.');
  }
  const closing = tickets === undefined ? listOverdue(desk) : tickets.map((id) => requireSolved(desk, id));
  for (const ticket of closing) closeBySystem(desk, ticket);
  return { tickets: closing.map(({ id }) => id) };
}

function requireSolved({ world }: Desk, id: unknown): SimTicket {
  const ticket = world.tickets.get(Number(id));
  if (ticket?.status === 'solved' && !ticket.deleted) return ticket;
  throw new SimulatorInputError(`Ticket ${String(id)} is not a solved one, so the system does not close it.`);
}
