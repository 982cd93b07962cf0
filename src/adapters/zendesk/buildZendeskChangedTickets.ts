import { isLine } from '../../domain/line/line';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { ChangedTicket, ChangedTickets, SweepPosition } from '../../use-cases/ports/changedTickets';
import { buildFieldCatalog } from './buildFieldCatalog';
import type { FieldIds } from './buildFieldCatalog';
import { buildZendeskClient } from './buildZendeskClient';
import type { ZendeskClientOptions } from './buildZendeskClient';
import { readField, toCreditState } from './toDeskTicket';
import { exportAnswer } from './wire';
import type { WireExportedTicket } from './wire';

const PATH = '/api/v2/incremental/tickets/cursor.json';

/**
 * A ticket carries its first comment, of at most 64 kB: a page of a hundred always stays below the longest answer that
 * is read. More at once (Zendesk allows 1,000) would gain nothing, the looks that follow take far longer.
 */
const PER_PAGE = 100;

const MS_PER_SECOND = 1_000;

/**
 * The incremental export of tickets by cursor (zendesk.md 8.4): deleted tickets are in it, the newest minute is not; 10
 * requests a minute; the integration user is an admin. Fails with AdapterError: `zendesk_rate_limited` says how long to
 * wait, others as of the desk.
 */
export function buildZendeskChangedTickets(options: ZendeskClientOptions): ChangedTickets {
  const client = buildZendeskClient(options);
  const fields = buildFieldCatalog(client, options.clock);
  return {
    async readPage(position) {
      const fieldIds = await fields.readFieldIds();
      const answer = await client.read(`${PATH}?per_page=${PER_PAGE}&${toQuery(position)}`, exportAnswer);
      if (answer === undefined) throw toMissingError();
      const { tickets, after_cursor: cursor, end_of_stream: isLast } = answer;
      // Without a cursor there is no way on; an export that says so and not its end would be asked for the same for ever.
      if (!isLast && !cursor) throw toEndlessError();
      return {
        tickets: tickets.map((ticket) => toChangedTicket(ticket, fieldIds)),
        next: cursor ? { cursor } : position,
        isLast,
      };
    },
  };
}

function toQuery(position: SweepPosition): string {
  if ('cursor' in position) return `cursor=${encodeURIComponent(position.cursor)}`;
  return `start_time=${Math.floor(Date.parse(position.startAt) / MS_PER_SECOND)}`;
}

/** Changes by Zendesk itself move `generated_timestamp` alone (zendesk.md 8.4), so the later of the two counts. */
function toChangedTicket(ticket: WireExportedTicket, fieldIds: FieldIds): ChangedTicket {
  const line = readField(ticket, fieldIds.line);
  const updatedMs = Date.parse(ticket.updated_at);
  const generatedMs = (ticket.generated_timestamp ?? 0) * MS_PER_SECOND;
  return {
    id: ticket.id,
    line: isLine(line) ? line : undefined,
    creditState: toCreditState(readField(ticket, fieldIds.credit)),
    isDeleted: ticket.status === 'deleted',
    isOpen: ticket.status !== 'closed' && ticket.status !== 'deleted',
    changedAt: new Date(Math.max(updatedMs, generatedMs)).toISOString(),
  };
}

function toMissingError(): AdapterError {
  const options = { code: 'zendesk_unexpected_answer', retry: true };
  return new AdapterError(`GET ${PATH} of Zendesk is not there`, options);
}

function toEndlessError(): AdapterError {
  const options = { code: 'zendesk_unexpected_answer', retry: false };
  return new AdapterError(`GET ${PATH} of Zendesk names no next page before its end`, options);
}
