import type { Policy } from '../../domain/policy/policy';
import type { Command } from '../../domain/tickets/command';
import type { Desk, DeskTicket } from '../ports/desk';

/**
 * The asking that stands in the ticket, with who asked: the author in the ticket's audits, nothing that a browser says. The
 * groups of the actor are read only where the policy lets groups do something. Fails with `AdapterError`.
 */
export async function readStandingCommand(
  { desk, policy }: { desk: Desk; policy: Policy },
  ticket: DeskTicket,
): Promise<Command | undefined> {
  if (ticket.action === undefined) return undefined;
  const found = await desk.readCommand(ticket.id);
  if (found === undefined) return undefined;
  const actor = await desk.readUser(found.actorId);
  const actorRole = !actor?.isAgent ? undefined : actor.isAdmin ? 'admin' : 'agent';
  const needsGroups = actorRole !== undefined && doGroupsMatter(policy);
  return {
    ...found,
    actorRole,
    actorGroupIds: needsGroups ? await desk.readGroupIds(found.actorId) : [],
  };
}

function doGroupsMatter({ refundReasons }: Policy): boolean {
  return Object.values(refundReasons).some(({ groupIds }) => groupIds.length > 0);
}
