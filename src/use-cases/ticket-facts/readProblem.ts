import type { AccountReading } from '../../domain/accounts/accountFacts';
import type { Policy } from '../../domain/policy/policy';
import type { Command } from '../../domain/tickets/command';
import { toProblemId } from '../../domain/tickets/ticketFacts';
import { toProblem } from '../../domain/tickets/toProblem';
import type { Desk, DeskTicket } from '../ports/desk';
import type { Ledger } from '../ports/ledger';
import type { StoredTicket } from '../ports/storedTicket';

/** What finding the problem of a ticket needs. */
export type ReadProblemDeps = { desk: Desk; ledger: Ledger; policy: Policy };

/** What is known of the ticket before its relations are read. */
export type KnownOfTicket = {
  stored: StoredTicket | undefined;
  command: Command | undefined;
  reading: AccountReading;
  /** Of an incident: its problem ticket, where that was read already. */
  problemTicket?: DeskTicket;
};

/** A chain of follow-ups is walked no further than this; what lies behind it is another problem. */
const MAX_FOLLOWED = 20;

/**
 * R4: the problem of the ticket. Read from the tickets that it follows up, not from tags, which Zendesk copies; unless an
 * agent said, now or before, that it is a new problem. What was found is remembered with the ticket and asked no more.
 */
export async function readProblem(
  deps: ReadProblemDeps,
  ticket: DeskTicket,
  { stored, command, reading }: KnownOfTicket,
): Promise<string> {
  const own = toProblemId(ticket.id);
  if (ticket.followUpOf === undefined) return own;
  if (command?.action.kind === 'new_problem' && command.actorRole !== undefined) return own;
  if (stored !== undefined && isStillRight(stored, ticket)) return stored.problemId;
  if (await wasCalledNewProblem(deps.desk, ticket.id)) return own;
  return walkUp(deps, ticket, toAccount(reading), MAX_FOLLOWED);
}

/** A charge keeps its problem. Without one, another requester may be another client, or only now be known as the same. */
function isStillRight(stored: StoredTicket, ticket: DeskTicket): boolean {
  const isSameRequester = stored.requesterId === ticket.requesterId;
  if (stored.problemId !== toProblemId(ticket.id)) return isSameRequester;
  const isCharged = ['debited', 'waived', 'refunded'].includes(stored.state.creditState);
  return isCharged || (isSameRequester && stored.identity.kind === 'client');
}

async function wasCalledNewProblem(desk: Desk, ticketId: string): Promise<boolean> {
  const commands = (await desk.readHistory(ticketId))?.commands ?? [];
  for (const { action, actorId } of commands) {
    if (action.kind === 'new_problem' && (await desk.readUser(actorId))?.isAgent) return true;
  }
  return false;
}

/** The problem of a follow-up, from the ticket before it; that one's problem is remembered or found in the same way. */
async function walkUp(
  deps: ReadProblemDeps,
  ticket: DeskTicket,
  account: string | undefined,
  stepsLeft: number,
): Promise<string> {
  const own = toProblemId(ticket.id);
  if (ticket.followUpOf === undefined || stepsLeft === 0) return own;
  const source = await deps.desk.readTicket(ticket.followUpOf);
  if (source === undefined) return own;
  const [stored, requester, history] = await Promise.all([
    deps.ledger.readStoredTicket(source.id),
    deps.ledger.readRequester(source.requesterId),
    deps.desk.readHistory(source.id),
  ]);
  const isSamePerson = source.requesterId === ticket.requesterId;
  const isSameAccount = account !== undefined && requester?.billingAccountId === account;
  return toProblem(
    ticket,
    {
      problemId:
        stored?.problemId ?? (await walkUp(deps, source, requester?.billingAccountId, stepsLeft - 1)),
      closedAt: history?.closedAt ?? source.updatedAt,
      isOfSameClient: isSamePerson || isSameAccount,
    },
    deps.policy,
  );
}

function toAccount(reading: AccountReading): string | undefined {
  if (reading.kind === 'refused') return undefined;
  const client = reading.kind === 'client' ? reading : reading.known;
  return client?.facts.billingAccountId;
}
