import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Desk, DeskTicketUpdate } from '../../use-cases/ports/desk';
import { buildFieldCatalog } from './buildFieldCatalog';
import { buildZendeskClient } from './buildZendeskClient';
import type { ZendeskClient, ZendeskClientOptions } from './buildZendeskClient';
import { areNewestFirst, findCommand } from './findCommand';
import { proveEmail } from './proveEmail';
import { readPages, streamPages } from './readPages';
import { listCommenters, toDeskHistory } from './toDeskHistory';
import { readField, toDeskTicket } from './toDeskTicket';
import { toDeskUser } from './toDeskUser';
import { toTicketChange } from './toTicketChange';
import { toUserChange } from './toUserChange';
import { auditsAnswer, incidentsAnswer, membershipsAnswer, ticketAnswer, userAnswer } from './wire';
import type { WireAudit, WireTicket } from './wire';

/**
 * The helpdesk port over the REST API of Zendesk. Codes of failure: `zendesk_unavailable`, `zendesk_rate_limited`,
 * `zendesk_unauthorized`, `zendesk_rejected`, `zendesk_unexpected_answer`, `zendesk_not_set_up`.
 */
export function buildZendeskDesk(options: ZendeskClientOptions): Desk {
  const { logger } = options;
  const client = buildZendeskClient(options);
  const fields = buildFieldCatalog(client, options.clock);
  return {
    async readTicket(ticketId) {
      const ticket = await readWireTicket(client, ticketId);
      return ticket && toDeskTicket(ticket, await fields.readFieldIdsFor(ticket));
    },

    async readUser(userId) {
      const user = (await client.read(`/api/v2/users/${encodeURIComponent(userId)}.json`, userAnswer))?.user;
      if (user === undefined || user.active === false) return undefined;
      return proveEmail(client, toDeskUser(user));
    },

    async readGroupIds(userId) {
      const path = `/api/v2/users/${encodeURIComponent(userId)}/group_memberships.json`;
      const pages = (await readPages(client, path, membershipsAnswer)) ?? [];
      return pages.flatMap((page) => page.group_memberships.map((membership) => membership.group_id));
    },

    async readCommand(ticketId) {
      const ticket = await readWireTicket(client, ticketId);
      if (ticket === undefined) return undefined;
      const { action: fieldId } = await fields.readFieldIdsFor(ticket);
      const value = readField(ticket, fieldId);
      if (value === undefined) return undefined;
      const find = (audits: WireAudit[]) => findCommand(audits, fieldId, value);
      // The asking is mostly the newest change (`sort_order` is in zendesk-openapi.json); that it stands first is checked.
      const pages = await readPages(
        client,
        `${toTicketPath(ticketId)}/audits.json?sort_order=desc`,
        auditsAnswer,
        ({ audits }) => areNewestFirst(audits) && find(audits) !== undefined,
      );
      const command = find(pages?.flatMap((page) => page.audits) ?? []);
      if (command === undefined)
        logger.warn({ ticketId }, 'the command field holds a value that no audit explains');
      return command;
    },

    async readHistory(ticketId) {
      const pages = await readPages(client, `${toTicketPath(ticketId)}/audits.json`, auditsAnswer);
      if (pages === undefined) return undefined;
      const audits = pages.flatMap((page) => page.audits);
      const agents = await readAgents(client, listCommenters(audits));
      return toDeskHistory(audits, await fields.readFieldIds(), (userId) => agents.has(userId));
    },

    async *readIncidents(problemTicketId) {
      const path = `${toTicketPath(problemTicketId)}/incidents.json?per_page=100`;
      for await (const page of streamPages(client, path, incidentsAnswer)) {
        const fieldIds = await fields.readFieldIds();
        yield page.tickets
          .filter((ticket) => ticket.status !== 'deleted')
          .map((ticket) => toDeskTicket(ticket, fieldIds));
      }
    },

    async updateTicket(update) {
      return updateTicket(client, update, toTicketChange(update, await fields.readFieldIds()));
    },

    async updateUserFields(userId, userFields) {
      const path = `/api/v2/users/${encodeURIComponent(userId)}.json`;
      const outcome = await client.write(path, toUserChange(userFields), [404]);
      return outcome === 'done' ? 'updated' : 'gone';
    },
  };
}

function toTicketPath(ticketId: string): string {
  return `/api/v2/tickets/${encodeURIComponent(ticketId)}`;
}

/** Nobody comments with more people than this; those beyond it count as none of the helpdesk. */
const MAX_COMMENTERS = 50;

/** Which of these users are people of the helpdesk; a user that is gone is not. */
async function readAgents(client: ZendeskClient, userIds: readonly string[]): Promise<Set<string>> {
  const agents = new Set<string>();
  for (const userId of userIds.slice(0, MAX_COMMENTERS)) {
    const user = (await client.read(`/api/v2/users/${encodeURIComponent(userId)}.json`, userAnswer))?.user;
    if (user !== undefined && toDeskUser(user).isAgent) agents.add(userId);
  }
  return agents;
}

/** Undefined: there is no such ticket, or it was deleted. */
async function readWireTicket(client: ZendeskClient, ticketId: string): Promise<WireTicket | undefined> {
  const ticket = (await client.read(`${toTicketPath(ticketId)}.json`, ticketAnswer))?.ticket;
  return ticket?.status === 'deleted' ? undefined : ticket;
}

/**
 * A 422 names its reason only in a sentence of the account's language, so the ticket itself is asked whether it is
 * closed; a 422 of a ticket that is open stays a failure.
 */
async function updateTicket(
  client: ZendeskClient,
  update: DeskTicketUpdate,
  change: unknown,
): Promise<'updated' | 'conflict' | 'closed' | 'gone'> {
  const path = `${toTicketPath(update.ticketId)}.json`;
  const outcome = await client.write(path, change, [404, 409, 422]);
  if (outcome === 'done') return 'updated';
  if (outcome === 409) return 'conflict';
  if (outcome === 404) return 'gone';
  const ticket = await readWireTicket(client, update.ticketId);
  if (ticket === undefined) return 'gone';
  if (ticket.status === 'closed') return 'closed';
  throw new AdapterError(`PUT ${path} of Zendesk was rejected with 422`, {
    code: 'zendesk_rejected',
    retry: false,
  });
}
