import type { FastifyInstance } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import { buildBadRequest, VendorError } from '../errors/VendorError';
import { toWireTicket } from '../wire/toWireTicket';
import { requireAdmin } from './require';
import type { RestDeps } from './RestDeps';

type Export = {
  Querystring: { start_time?: string; cursor?: string; per_page?: string; exclude_deleted?: string };
};
/** The last ticket of a page: the export goes on after it. */
type Position = { timestamp: number; ticketId: number };

const MAX_PER_PAGE = 1000;
const WITHHELD_S = 60;
const MS_PER_SECOND = 1000;
const PATH = '/api/v2/incremental/tickets/cursor';

/**
 * The incremental export of tickets (zendesk.md 8.4): by `generated_timestamp`, without the newest minute, admins only.
 * Deleted tickets are in it, with the status `deleted`; that is from memory of the vendor's documentation.
 */
export function registerIncrementalRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  app.get<Export>(PATH, async (request) => {
    requireAdmin(deps, request);
    const perPage = Math.min(Number(request.query.per_page ?? MAX_PER_PAGE) || MAX_PER_PAGE, MAX_PER_PAGE);
    const newest = Math.floor(desk.clock.now().getTime() / MS_PER_SECOND) - WITHHELD_S;
    const after = readPosition(request.query, newest);
    const withDeleted = request.query.exclude_deleted !== 'true';
    const waiting = desk.world.tickets
      .filter((ticket) => ticket.generated_timestamp <= newest && isAfter(ticket, after))
      .filter((ticket) => withDeleted || !ticket.deleted)
      .sort((one, other) => one.generated_timestamp - other.generated_timestamp || one.id - other.id);
    const page = waiting.slice(0, perPage);
    const last = page.at(-1);
    const cursor = last
      ? toCursor({ timestamp: last.generated_timestamp, ticketId: last.id })
      : (request.query.cursor ?? null);
    return {
      tickets: page.map((ticket) => toWireTicket(ticket, desk.world, desk.baseUrl())),
      after_cursor: cursor,
      after_url:
        cursor === null ? null : `${desk.baseUrl()}${PATH}.json?cursor=${encodeURIComponent(cursor)}`,
      before_cursor: null,
      before_url: null,
      end_of_stream: waiting.length <= perPage,
    };
  });
}

/** Code and status of a start that is too recent are those that users of the export report; the wording is from memory. */
function readPosition(query: Export['Querystring'], newest: number): Position {
  if (query.cursor !== undefined) return fromCursor(query.cursor);
  if (!/^\d{1,12}$/.test(query.start_time ?? '')) throw buildBadRequest('start_time must be an epoch time');
  const timestamp = Number(query.start_time);
  if (timestamp <= newest) return { timestamp, ticketId: 0 };
  const description = `Too recent start_time. Use a start_time older than ${String(WITHHELD_S)} seconds`;
  throw new VendorError(400, { error: 'StartTimeTooRecent', description });
}

function isAfter(ticket: SimTicket, position: Position): boolean {
  if (ticket.generated_timestamp !== position.timestamp)
    return ticket.generated_timestamp > position.timestamp;
  return ticket.id > position.ticketId;
}

/** The form of the vendor's example: base64 of `<epoch>.0||<ticket id>|`. */
function toCursor({ timestamp, ticketId }: Position): string {
  return Buffer.from(`${String(timestamp)}.0||${String(ticketId)}|`).toString('base64');
}

function fromCursor(cursor: string): Position {
  const parts = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString());
  if (parts === null) throw buildBadRequest('cursor is invalid');
  return { timestamp: Number(parts[1]), ticketId: Number(parts[2]) };
}
