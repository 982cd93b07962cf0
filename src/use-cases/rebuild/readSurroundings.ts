import type { TicketTale } from '../../domain/rebuild/ticketTale';
import type { Desk, DeskTicket } from '../ports/desk';
import { isDefectProblem } from '../ticket-facts/isDefectProblem';
import type { KnownReading, ReadRequester } from './buildRequesterReader';
import type { FamilyMember } from './readFamily';
import type { Cast } from './toTale';

/** Who asked for something in these tickets: people of the helpdesk, and clients. Who is gone by now is neither. */
export async function readAskers(
  desk: Desk,
  members: readonly FamilyMember[],
): Promise<Pick<Cast, 'agentIds' | 'clientIds'>> {
  const askers = members.flatMap(({ history }) => history.commands.map(({ actorId }) => actorId));
  const [agentIds, clientIds] = [new Set<string>(), new Set<string>()];
  for (const id of new Set(askers)) {
    const user = await desk.readUser(id);
    if (user !== undefined) (user.isAgent ? agentIds : clientIds).add(id);
  }
  return { agentIds, clientIds };
}

/** Everybody whose ticket one of these ever was, with what billing says of them now. */
export async function readRequesters(
  tales: readonly TicketTale[],
  readRequester: ReadRequester,
): Promise<Map<string, KnownReading>> {
  const ids = tales.flatMap(({ requesterId, requesterChanges }) => [
    requesterId,
    ...requesterChanges.map((change) => change.requesterId),
  ]);
  const readings = new Map<string, KnownReading>();
  for (const id of new Set(ids)) readings.set(id, await readRequester(id));
  return readings;
}

/** R5: the problem tickets of defects among those that these were ever linked to, and these themselves. */
export async function readDefectIds(desk: Desk, members: readonly FamilyMember[]): Promise<Set<string>> {
  const ids = new Set(members.flatMap(({ ticket }) => (isDefect(ticket) ? [ticket.id] : [])));
  const linked = members.flatMap(({ history }) =>
    history.problemLinks.flatMap(({ problemTicketId }) => problemTicketId ?? []),
  );
  for (const id of new Set(linked)) {
    const problem = await desk.readTicket(id);
    if (problem !== undefined && isDefect(problem)) ids.add(id);
  }
  return ids;
}

/** To a follow-up the mark was only copied. */
function isDefect(ticket: DeskTicket): boolean {
  return isDefectProblem(ticket) && ticket.followUpOf === undefined;
}
