import type { Asked, TicketTale } from '../../domain/rebuild/ticketTale';
import type { FamilyMember } from './readFamily';

/** Who is who at the helpdesk. */
export type Cast = { ownUserId: string; agentIds: ReadonlySet<string>; clientIds: ReadonlySet<string> };

/**
 * The ticket as the rules of rebuilding look at it. Only what the bridge itself wrote counts as shown. Askings of clients were
 * refused. Who has left the helpdesk since counts as one of its people where the bridge carried out what they asked; that a
 * ticket is a new problem stands on the word of who is there, as with every look (`readProblem`).
 */
export function toTale(
  { ticket, history }: FamilyMember,
  { ownUserId, agentIds, clientIds }: Cast,
): TicketTale {
  return {
    id: ticket.id,
    createdAt: ticket.createdAt,
    requesterId: ticket.requesterId,
    closedAt: history.closedAt ?? ticket.updatedAt,
    followUpOf: ticket.followUpOf,
    shown: history.creditChanges.filter(({ actorId }) => actorId === ownUserId),
    asked: history.commands
      .map(({ id, action, actorId, at }): Asked => ({ action, actorId, at, auditId: id }))
      .filter(({ action, actorId }) =>
        action.kind === 'new_problem' ? agentIds.has(actorId) : !clientIds.has(actorId),
      ),
    requesterChanges: history.requesterChanges,
    problemLinks: history.problemLinks,
    lineChanges: history.lineChanges,
    agentReplies: history.agentReplies,
  };
}
