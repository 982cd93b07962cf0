import type { AccountReading } from '../domain/accounts/accountFacts';
import { decideTicket } from '../domain/tickets/decideTicket';
import type { Command } from '../domain/tickets/command';
import { toProblemId } from '../domain/tickets/ticketFacts';
import type { TicketState } from '../domain/tickets/ticketDecision';
import type { Desk, DeskTicket } from './ports/desk';
import type { Ledger } from './ports/ledger';
import type { StoredIdentity } from './ports/storedTicket';
import { readAccount } from './readAccount';
import type { ReadAccountDeps } from './readAccount';

/** What looking at a ticket needs. */
export type ReconcileDeps = ReadAccountDeps & { desk: Desk; ledger: Ledger };

/** How looking at a ticket ended; `entryKeys` are the entries newly written. `billing` names a failure of billing. */
export type ReconcileOutcome =
  | ({ kind: 'decided'; entryKeys: string[]; billing: string } & TicketState)
  | { kind: 'ticket_gone' }
  | { kind: 'ticket_closed' };

/**
 * Looks at ticket `ticketId` as it is now and makes the ledger say what it should (design.md, section 3). It does not
 * matter which event asked for it, how often, or how late: the same state of the world gives the same ledger. What the
 * ticket should say is queued in the same transaction. Fails with `AdapterError` when the helpdesk or the database
 * cannot be asked; the job is then tried again. A failure of billing is no failure here: the ticket becomes pending, or
 * stays held. A ticket that is closed or gone is not decided any more; it stops waiting.
 */
export async function reconcileTicket(deps: ReconcileDeps, ticketId: string): Promise<ReconcileOutcome> {
  const ticket = await deps.desk.readTicket(ticketId);
  if (ticket === undefined || ticket.status === 'closed') {
    const endedAs = ticket === undefined ? 'gone' : 'closed';
    await deps.ledger.endWaiting(ticketId, endedAs);
    return { kind: `ticket_${endedAs}` };
  }
  const command = await readCommand(deps.desk, ticket);
  const reading = await readAccount(deps, await deps.desk.readUser(ticket.requesterId));
  const now = deps.clock.now().toISOString();

  const { decision, entryKeys } = await deps.ledger.decideTicket(
    {
      ticketId,
      requesterId: ticket.requesterId,
      problemId: toProblemId(ticketId),
      line: ticket.line,
      identity: toIdentity(reading),
      command,
      occurredAt: now,
    },
    (ledger, isCommandAnswered) => {
      const facts = { id: ticketId, requesterId: ticket.requesterId, line: ticket.line, command };
      return decideTicket({ ticket: facts, reading, ledger, policy: deps.policy, now }, isCommandAnswered);
    },
  );
  const billing = reading.kind === 'unavailable' ? reading.code : 'answered';
  return { kind: 'decided', entryKeys, billing, ...decision.state };
}

/** The asking that stands in the ticket, with who asked: the author in the ticket's audits, nothing that a browser says. */
async function readCommand(desk: Desk, ticket: DeskTicket): Promise<Command | undefined> {
  if (ticket.action === undefined) return undefined;
  const found = await desk.readCommand(ticket.id);
  if (found === undefined) return undefined;
  const actor = await desk.readUser(found.actorId);
  return { ...found, isActorAgent: actor?.isAgent ?? false };
}

function toIdentity(reading: AccountReading): StoredIdentity {
  if (reading.kind === 'refused') return { kind: 'refused', reason: reading.reason };
  const grade = reading.kind === 'client' ? reading.grade : 'verified_email';
  const facts = reading.kind === 'client' ? reading.facts : reading.known;
  return facts === undefined
    ? { kind: 'unavailable' }
    : { kind: 'client', grade, billingAccountId: facts.billingAccountId };
}
