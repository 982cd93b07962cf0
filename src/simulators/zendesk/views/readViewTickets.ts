import type { Desk, Origin } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import type { SimView } from '../entities/SimView';
import { conditionHolds } from '../triggers/conditionHolds';
import { readRuleValue } from '../triggers/readRuleValue';
import type { World } from '../world/World';

/** The tickets for which the view's conditions hold for the one who looks, in the view's order, newest first else. */
export function readViewTickets(desk: Desk, view: SimView, origin: Origin): SimTicket[] {
  const { all, any } = view.conditions;
  const tickets = desk.world.tickets.filter((ticket) => {
    if (ticket.deleted) return false;
    const run = {
      desk,
      ticket,
      before: ticket,
      comment: undefined,
      origin,
      notifications: [],
      webhookCalls: [],
    };
    return (
      all.every((condition) => conditionHolds(condition, run)) &&
      (any.length === 0 || any.some((condition) => conditionHolds(condition, run)))
    );
  });
  return sort(tickets, view, desk.world);
}

/** Columns of a view that stand for a property of the ticket (from memory of the vendor's list of columns). */
const COLUMN_FIELDS: Readonly<Record<string, keyof SimTicket>> = {
  created: 'created_at',
  updated: 'updated_at',
  nice_id: 'id',
  requester: 'requester_id',
  assignee: 'assignee_id',
  group: 'group_id',
  subject: 'subject',
  status: 'status',
  priority: 'priority',
  type: 'type',
};

function sort(tickets: SimTicket[], { output }: SimView, world: World): SimTicket[] {
  const { sort_by: column, sort_order: order } = output;
  if (column === null) return tickets.reverse();
  const sign = order === 'desc' ? -1 : 1;
  const read = (ticket: SimTicket): string | number => {
    const property = COLUMN_FIELDS[column];
    if (property === 'id') return ticket.id;
    if (property !== undefined) return String(ticket[property] ?? '');
    return String(readRuleValue(ticket, `custom_fields_${column}`, world) ?? '');
  };
  return tickets.sort((one, other) => {
    const [first, second] = [read(one), read(other)];
    if (first === second) return one.id - other.id;
    return first < second ? -sign : sign;
  });
}
