import type { World } from '../../world/World';
import { readAgentFields } from './FieldView';
import type { TicketView } from './TicketView';

/** Stands where a ticket that is still being written has no id yet; the account gives ids from 1 on. */
export const UNSAVED_TICKET_ID = 0;

/** The ticket on the page for new ones before anything is typed: nobody's, of no time, and with every field empty. */
export function readNewTicketView(world: World): TicketView {
  const fields = readAgentFields(world);
  return {
    id: UNSAVED_TICKET_ID,
    subject: '',
    description: '',
    status: 'new',
    type: null,
    priority: null,
    tags: [],
    channel: 'web',
    createdAt: '',
    updatedAt: '',
    requester: undefined,
    requesterSuspended: false,
    requesterFields: [],
    assignee: undefined,
    problem: null,
    relations: { incidents: [], incidentCount: 0, followUpOf: null, followUps: [] },
    fields,
    values: Object.fromEntries(fields.map(({ id }) => [id, null])),
    comments: [],
  };
}
