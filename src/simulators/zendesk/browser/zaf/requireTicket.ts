import type { TicketModel } from '../agent/ticketModel';
import { buildNoSuchApi } from './ApiError';
import type { HostPage } from './HostPage';

/** The ticket on the screen; where there is none the framework has no such paths. */
export function requireTicket(page: HostPage): TicketModel {
  if (page.ticket === undefined) throw buildNoSuchApi();
  return page.ticket;
}
