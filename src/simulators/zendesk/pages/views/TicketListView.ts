import type { PagesDeps } from '../../pagesPort';
import type { FieldValue } from '../../entities/FieldValue';
import { readDeletedTickets } from './DeletedTicketView';
import type { DeletedTicketView } from './DeletedTicketView';

/** One row of the agents' list of tickets; `columns` hold the names of the chosen options, in the list's order. */
export type TicketRow = {
  id: number;
  subject: string;
  requester: string;
  status: string;
  columns: string[];
  updatedAt: string;
};

/** The newest tickets first, the titles of the columns that the installed app adds, and what was deleted. */
export type TicketListView = { columnTitles: string[]; rows: TicketRow[]; deleted: DeletedTicketView[] };

/** Which of the app's fields stand in the list, by their identifiers in its requirements.json. */
const COLUMN_IDENTIFIERS = ['support_line', 'support_credit'];
const MAX_ROWS = 100;

/** At most 100 tickets; a column whose field the installed app does not bring is left out. */
export function readTicketList({ world, installation }: PagesDeps): TicketListView {
  const requirements = installation()?.requirements ?? [];
  const columns = COLUMN_IDENTIFIERS.flatMap((identifier) => {
    const requirement = requirements.find((made) => made.identifier === identifier);
    const field = requirement && world.ticketFields.get(Number(requirement.requirement_id));
    return field ? [field] : [];
  });
  const newest = world.tickets
    .filter((ticket) => !ticket.deleted)
    .sort((a, b) => b.id - a.id)
    .slice(0, MAX_ROWS);
  return {
    columnTitles: columns.map((field) => field.title),
    deleted: readDeletedTickets(world),
    rows: newest.map((ticket) => ({
      id: ticket.id,
      subject: ticket.subject,
      requester: world.users.get(ticket.requester_id)?.email ?? '',
      status: ticket.status,
      columns: columns.map(({ id, custom_field_options: options }) =>
        toOptionName(options, ticket.custom_fields[id] ?? null),
      ),
      updatedAt: ticket.updated_at,
    })),
  };
}

/** What a person reads for a field's value: the name of the option, or the value itself. */
export function toOptionName(options: { name: string; value: string }[], value: FieldValue): string {
  const values = Array.isArray(value) ? value : value === null ? [] : [value];
  return values.map((one) => options.find((option) => option.value === one)?.name ?? String(one)).join(', ');
}
