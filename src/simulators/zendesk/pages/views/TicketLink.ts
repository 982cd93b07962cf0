import type { SimTicket } from '../../entities/SimTicket';
import type { World } from '../../world/World';

/** Another ticket, as a page names it. */
export type TicketLink = { id: number; subject: string; status: string };

/** What other tickets a ticket belongs to; deleted ones are left out. */
export type TicketRelations = {
  /** The first of them; `incidentCount` is how many there are. */
  incidents: TicketLink[];
  incidentCount: number;
  followUpOf: TicketLink | null;
  followUps: TicketLink[];
};

const MAX_INCIDENTS = 20;

export function readRelations({ tickets }: World, ticket: SimTicket): TicketRelations {
  const incidents = tickets.by('problem', ticket.id).filter((one) => !one.deleted);
  return {
    incidents: incidents.slice(0, MAX_INCIDENTS).map(toTicketLink),
    incidentCount: incidents.length,
    followUpOf: readTicketLink({ tickets }, ticket.followup_source_id ?? null),
    followUps: tickets
      .by('followup_source', ticket.id)
      .filter((one) => !one.deleted)
      .map(toTicketLink),
  };
}

/** The ticket of this id; null when there is none or it is deleted. */
export function readTicketLink({ tickets }: Pick<World, 'tickets'>, id: number | null): TicketLink | null {
  const ticket = id === null ? undefined : tickets.get(id);
  return ticket === undefined || ticket.deleted ? null : toTicketLink(ticket);
}

function toTicketLink({ id, subject, status }: SimTicket): TicketLink {
  return { id, subject, status };
}
