import type { SimTicket } from '../entities/SimTicket';
import { buildUpdateConflict } from '../errors/VendorError';

/**
 * Safe update (zendesk.md 8.2): throws 409 when the stamp is not the ticket's `updated_at`. The key alone switches it
 * on, whatever its value. Both times have whole seconds, so two updates within one second cannot be told apart.
 */
export function requireCurrent(ticket: SimTicket, input: Record<string, unknown>): void {
  if (input.safe_update === undefined) return;
  const stamp = Date.parse(String(input.updated_stamp));
  if (stamp !== Date.parse(ticket.updated_at)) throw buildUpdateConflict();
}
