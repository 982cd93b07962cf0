import type { Desk, DeskHistory, DeskTicket } from '../ports/desk';

/** A ticket with what became of it. */
export type FamilyMember = { ticket: DeskTicket; history: DeskHistory };

/** As far as a chain of follow-ups is walked (`readProblem`). */
const MAX_FOLLOWED = 20;

/** A ticket with more follow-ups than this is somebody's mistake; each of the rest is a family of its own. */
const MAX_MEMBERS = 50;

/**
 * The ticket, those that it follows up and all that follow those up: they may be one problem. Each stands behind the one that
 * it follows up. Deleted ones are missing. Fails with `AdapterError`.
 */
export async function readFamily(desk: Desk, ticket: DeskTicket): Promise<FamilyMember[]> {
  const members: FamilyMember[] = [];
  const waiting: DeskTicket[] = [await readFirst(desk, ticket)];
  for (
    let next = waiting.shift();
    next !== undefined && members.length < MAX_MEMBERS;
    next = waiting.shift()
  ) {
    const history = await desk.readHistory(next.id);
    if (history === undefined) continue;
    members.push({ ticket: next, history });
    for (const followUpId of next.followUpIds) {
      const followUp = await desk.readTicket(followUpId);
      if (followUp !== undefined) waiting.push(followUp);
    }
  }
  return members;
}

/** The ticket that the chain of follow-ups began with, as far as it is still there. */
async function readFirst(desk: Desk, ticket: DeskTicket): Promise<DeskTicket> {
  let first = ticket;
  for (let step = 0; step < MAX_FOLLOWED && first.followUpOf !== undefined; step += 1) {
    const source = await desk.readTicket(first.followUpOf);
    if (source === undefined) break;
    first = source;
  }
  return first;
}
