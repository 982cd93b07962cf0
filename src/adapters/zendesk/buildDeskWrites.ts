import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Desk } from '../../use-cases/ports/desk';
import type { FieldCatalog } from './buildFieldCatalog';
import type { ZendeskClient } from './buildZendeskClient';
import { readWireTicket, toTicketPath } from './readWireTicket';
import { toTicketChange } from './toTicketChange';
import { toUserChange } from './toUserChange';
import { updateTickets } from './updateTickets';
import type { JobPolling } from './updateTickets';

/** What the desk writes; every method fails with `AdapterError`. */
export function buildDeskWrites(
  client: ZendeskClient,
  fields: FieldCatalog,
  jobPolling?: JobPolling,
): Pick<Desk, 'updateTicket' | 'updateTickets' | 'tagLowBalance' | 'updateUserFields'> {
  return {
    async updateTicket(update) {
      const path = `${toTicketPath(update.ticketId)}.json`;
      const change = toTicketChange(update, await fields.readFieldIds());
      const outcome = await client.write(path, change, [404, 409, 422]);
      return outcome === 409 ? 'conflict' : toOutcome(client, update.ticketId, path, outcome);
    },

    async updateTickets(updates) {
      return updateTickets(client, updates, await fields.readFieldIds(), jobPolling);
    },

    async tagLowBalance(ticketId, level) {
      const path = `${toTicketPath(ticketId)}/tags.json`;
      const outcome = await client.write(path, { tags: [LOW_BALANCE_TAGS[level]] }, [404, 422]);
      return toOutcome(client, ticketId, path, outcome);
    },

    async updateUserFields(userId, userFields) {
      const path = `/api/v2/users/${encodeURIComponent(userId)}.json`;
      const outcome = await client.write(path, toUserChange(userFields), [404]);
      return outcome === 'done' ? 'updated' : 'gone';
    },
  };
}

/** Tags that a trigger of the account mails the client for (`requirements.json`). */
const LOW_BALANCE_TAGS = { low: 'support_credits_low', out: 'support_credits_out' } as const;

/**
 * What a write to a ticket came to. A 422 names its reason only in a sentence of the account's language, so the ticket
 * itself is asked whether it is closed; a 422 of a ticket that is open stays a failure.
 */
async function toOutcome(
  client: ZendeskClient,
  ticketId: string,
  path: string,
  outcome: 'done' | number,
): Promise<'updated' | 'closed' | 'gone'> {
  if (outcome === 'done') return 'updated';
  if (outcome === 404) return 'gone';
  const ticket = await readWireTicket(client, ticketId);
  if (ticket === undefined) return 'gone';
  if (ticket.status === 'closed') return 'closed';
  throw new AdapterError(`PUT ${path} of Zendesk was rejected with 422`, {
    code: 'zendesk_rejected',
    retry: false,
  });
}
