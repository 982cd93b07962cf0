import type { Desk } from '../../use-cases/ports/desk';
import { buildAgentRoster } from './buildAgentRoster';
import { buildDeskWrites } from './buildDeskWrites';
import { buildFieldCatalog } from './buildFieldCatalog';
import { buildZendeskClient } from './buildZendeskClient';
import type { ZendeskClientOptions } from './buildZendeskClient';
import { areNewestFirst, findCommand } from './findCommand';
import { proveEmail } from './proveEmail';
import { readOwnUserId } from './readOwnUserId';
import { readPages, streamPages } from './readPages';
import { listCommenters, toDeskHistory } from './toDeskHistory';
import { readWireTicket, toTicketPath } from './readWireTicket';
import { readField, toDeskTicket } from './toDeskTicket';
import { toDeskUser } from './toDeskUser';
import type { JobPolling } from './updateTickets';
import { auditsAnswer, incidentsAnswer, membershipsAnswer, userAnswer } from './wire';
import type { WireAudit } from './wire';

/**
 * The helpdesk port over the REST API of Zendesk. Codes of failure: `zendesk_unavailable`, `zendesk_rate_limited`,
 * `zendesk_unauthorized`, `zendesk_rejected`, `zendesk_unexpected_answer`, `zendesk_not_set_up`.
 */
export function buildZendeskDesk(options: ZendeskClientOptions & { jobPolling?: JobPolling }): Desk {
  const { logger } = options;
  const client = buildZendeskClient(options);
  const fields = buildFieldCatalog(client, options.clock);
  const roster = buildAgentRoster(client, options.clock);
  let ownUserId: string | undefined;
  return {
    async readOwnUserId() {
      return (ownUserId ??= await readOwnUserId(client));
    },

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
      const agents = await roster.readAgents(listCommenters(audits));
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

    ...buildDeskWrites(client, fields, options.jobPolling),
  };
}
