import type { AccountReading } from '../domain/accounts/accountFacts';
import { isCharge } from '../domain/tickets/creditState';
import { decideTicket } from '../domain/tickets/decideTicket';
import type { TicketFacts } from '../domain/tickets/ticketFacts';
import type { TicketDecision, TicketState } from '../domain/tickets/ticketDecision';
import type { Desk, DeskTicket } from './ports/desk';
import type { StoredIdentity, StoredTicket } from './ports/storedTicket';
import { toFreshMs } from './billing/factsAges';
import { readAccount } from './billing/readAccount';
import type { ReadAccountDeps, RequesterReading } from './billing/readAccount';
import { followDefect } from './defects/followDefect';
import type { FollowDefectDeps } from './defects/followDefect';
import { buildRequesterReader } from './rebuild/buildRequesterReader';
import { restoreFamily } from './rebuild/restoreFamily';
import { assertRecent } from './ticket-facts/assertRecent';
import { readStandingCommand } from './ticket-facts/readStandingCommand';
import { readTicketFacts, toRemovedFacts } from './ticket-facts/readTicketFacts';

/** What looking at a ticket needs. */
export type ReconcileDeps = ReadAccountDeps & FollowDefectDeps & { desk: Desk };

/**
 * How looking at a ticket ended: for whom and on which account it was decided, and `entryKeys`, the entries newly written.
 * `billing` names a failure of billing.
 */
export type ReconcileOutcome =
  | ({
      kind: 'decided';
      requesterId: string;
      billingAccountId: string | undefined;
      entryKeys: string[];
      billing: string;
    } & TicketState)
  | { kind: 'ticket_gone' }
  | { kind: 'ticket_closed' };

/**
 * Looks at ticket `ticketId` as it is now and makes the ledger say what it should (design.md, section 3). It does not
 * matter which event asked for it, how often, or how late: the same state of the world gives the same ledger. What the
 * ticket should say is queued in the same transaction. Fails with `AdapterError` when the helpdesk or the database
 * cannot be asked; the job is then tried again. A failure of billing is no failure here: the ticket becomes pending, or
 * stays held. A ticket that is closed or gone stops waiting; it is decided only when it was charged, or is closed and its
 * problem charged through a follow-up, since that credit may have to go back. Facts that are fresh are not read again, unless an agent asks for that, or the ticket would be held
 * for them.
 */
export async function reconcileTicket(deps: ReconcileDeps, ticketId: string): Promise<ReconcileOutcome> {
  const readAt = deps.clock.now();
  const [ticket, known] = await Promise.all([
    deps.desk.readTicket(ticketId),
    deps.ledger.readStoredTicket(ticketId),
  ]);
  const stored = known ?? (await restoreLost(deps, ticket));
  if (ticket !== undefined) await followDefect(deps, ticket, stored);
  if (ticket !== undefined && ticket.status !== 'closed') return lookAtOpen(deps, ticket, stored, readAt);
  if (stored !== undefined && isEndedOfCharge(ticket, stored))
    return lookAtEnded(deps, ticket, stored, readAt);
  const endedAs = ticket === undefined ? 'gone' : 'closed';
  await deps.ledger.endWaiting(ticketId, endedAs);
  return { kind: `ticket_${endedAs}` };
}

async function lookAtOpen(
  deps: ReconcileDeps,
  ticket: DeskTicket,
  stored: StoredTicket | undefined,
  readAt: Date,
): Promise<ReconcileOutcome> {
  const [command, requester] = await Promise.all([
    readStandingCommand(deps, ticket),
    deps.desk.readUser(ticket.requesterId),
  ]);
  // Who asks for another look knows of something that happened just now: only what is read from here on will do.
  const maxAgeMs = command?.action.kind === 'recheck' ? 0 : toFreshMs(deps.policy);
  const read = await readAccount(deps, requester, maxAgeMs);
  const facts = await readTicketFacts(deps, ticket, { stored, command, reading: read.reading });
  return decide(deps, { ticket: facts, readAt }, read);
}

/** Nothing is charged any more, so billing need not be asked. */
async function lookAtEnded(
  deps: ReconcileDeps,
  ticket: DeskTicket | undefined,
  stored: StoredTicket,
  readAt: Date,
): Promise<ReconcileOutcome> {
  const known = { stored, command: undefined, reading: NOT_ASKED };
  const facts = ticket === undefined ? toRemovedFacts(stored) : await readTicketFacts(deps, ticket, known);
  return decide(deps, { ticket: facts, readAt }, { reading: NOT_ASKED }, stored.identity);
}

/** Stands for billing where nothing can be charged any more. */
export const NOT_ASKED: AccountReading = {
  kind: 'unavailable',
  code: 'not_asked',
  retry: true,
  known: undefined,
};

/**
 * A ticket that says a charge of which the ledger knows nothing: the ledger was lost, or the field was copied to a follow-up or
 * set by somebody else. What the bridge itself wrote there is brought back before anything is decided.
 */
async function restoreLost(
  deps: ReconcileDeps,
  ticket: DeskTicket | undefined,
): Promise<StoredTicket | undefined> {
  if (!isCharge(ticket?.creditState) || ticket === undefined) return undefined;
  await restoreFamily(deps, ticket, buildRequesterReader(deps, toFreshMs(deps.policy)));
  return deps.ledger.readStoredTicket(ticket.id);
}

/**
 * Whether anything is decided for a ticket that is closed, or gone. R4: what tells of the problem (a defect, a merge) counts
 * through each of its tickets, also one that was never charged.
 */
export function isEndedOfCharge(ticket: DeskTicket | undefined, stored: StoredTicket): boolean {
  return isCharge(stored.state.creditState) || (ticket !== undefined && stored.isProblemCharged);
}

/** Leaves the transaction of a decision that holds or refuses on what was only remembered. */
class RestsOnMemory extends Error {}

/** Decides on what is known of the requester, and once more on what billing says now where that is needed. */
async function decide(
  deps: ReconcileDeps,
  seen: { ticket: TicketFacts; readAt: Date },
  { reading, readNow }: RequesterReading,
  identity = toIdentity(reading),
): Promise<ReconcileOutcome> {
  const { ticket, readAt } = seen;
  const now = deps.clock.now().toISOString();
  try {
    const { decision, entryKeys } = await deps.ledger.decideTicket(
      { ticket, identity, occurredAt: now },
      (ledger, isCommandAnswered) => {
        assertRecent(ticket.id, readAt, deps.clock.now());
        const input = { ticket, reading, ledger, policy: deps.policy, now };
        const decision = decideTicket(input, isCommandAnswered);
        if (readNow !== undefined && isNegative(decision)) throw new RestsOnMemory();
        return decision;
      },
    );
    const billing = reading.kind === 'unavailable' ? reading.code : 'answered';
    const billingAccountId = identity.kind === 'client' ? identity.billingAccountId : undefined;
    const { requesterId } = ticket;
    return { kind: 'decided', requesterId, billingAccountId, entryKeys, billing, ...decision.state };
  } catch (error) {
    if (!(error instanceof RestsOnMemory) || readNow === undefined) throw error;
    return decide(deps, seen, await readNow());
  }
}

function isNegative({ state, answer }: TicketDecision): boolean {
  return state.creditState === 'held' || answer?.outcome === 'refused';
}

/** Who a requester is taken for, by what was read. */
export function toIdentity(reading: AccountReading): StoredIdentity {
  if (reading.kind === 'refused') return { kind: 'refused', reason: reading.reason };
  const client = reading.kind === 'client' ? reading : reading.known;
  return client === undefined
    ? { kind: 'unavailable' }
    : { kind: 'client', grade: client.grade, billingAccountId: client.facts.billingAccountId };
}
