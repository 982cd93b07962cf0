import type { LedgerView } from '../../domain/credits/ledgerView';
import type { NewEntry } from '../../domain/credits/newEntry';
import type { Result } from '../../domain/result';
import type { CreditState } from '../../domain/tickets/creditState';
import type { Rounds } from '../../domain/tickets/decideRound';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';
import type { TicketFacts } from '../../domain/tickets/ticketFacts';
import type { DeskUserFields } from './desk';
import type { RecordedEntry } from './recordedEntry';
import type { DecideRestore, RestoreOutcome, RestoreRequest } from './restoreRequest';
import type { StoredAnswer, StoredIdentity, StoredRequester, StoredTicket } from './storedTicket';

/** What a decision is made for. `occurredAt` is ISO 8601. */
export type DecisionInput = {
  ticket: TicketFacts;
  identity: StoredIdentity;
  occurredAt: string;
  /** The problem ticket with whose other incidents the ticket is brought in line; without it, by itself. */
  inLineWith?: string;
};

/** Which entries of a client: numbered below `beforeSeq`, about the problem of a ticket. */
export type EntriesRequest = { beforeSeq?: number; ticketId?: string };

/** Totals over the whole life of an account, whole credits. */
export type AccountTotals = {
  balanceCredits: number;
  earnedCredits: number;
  boughtCredits: number;
  usedCredits: number;
  returnedCredits: number;
};

/** Entries for one client that no ticket asked for: an operator's, or those of time. */
export type AppendRequest = {
  billingAccountId: string;
  occurredAt: string;
  /**
   * An entry with the key of what is asked and all that its input hash covers. Recorded before with the same input:
   * nothing is decided. With another input: `key_reused`.
   */
  statement?: NewEntry;
  /** The turn at reading billing in which this is decided (`FactsMemory.inTurn`). */
  turnId?: string;
  /** Does all of it and rolls it back. */
  isDryRun?: boolean;
};

/** What became of an {@link AppendRequest}; balances are of the account before and after, whole credits. */
export type AppendOutcome<Refusal extends string> =
  | { kind: 'appended'; entryKeys: string[]; balanceBefore: number; balanceAfter: number }
  /** `balanceAfter`: right after the entry that was recorded then. */
  | { kind: 'already_recorded'; recordedAt: string; balanceAfter: number }
  | { kind: 'refused'; reason: Refusal; balanceBefore: number };

/** How often tickets that this person of the helpdesk had handed over were on the wrong line. */
export type WrongLineCount = { personId: string; count: number };

/** Which of the two clocks: when it happened, or when it was written. */
export type LedgerClock = 'occurred' | 'recorded';

/** The store of record. */
export interface Ledger {
  /**
   * One transaction: lock the credit account whose charge of the problem stands, else the requester's (made when it is
   * new), else the one that was charged last; read what the rules need, decide purely, append the entries, keep the
   * ticket's state and relations and the command's answer, queue what must be brought in line and looked at, commit.
   * `isCommandAnswered` tells `decide` that this very command was answered before.
   */
  decideTicket(
    input: DecisionInput,
    decide: (view: LedgerView, isCommandAnswered: boolean) => TicketDecision,
  ): Promise<{ decision: TicketDecision; entryKeys: string[] }>;
  /**
   * One transaction under the lock of the client's account (made when it is new): read, decide purely, append, commit.
   * `hasTurn` tells `decide` that the turn of the request has not passed to others meanwhile; true without one. Fails with
   * `AdapterError` `key_reused` when the key states something else already.
   */
  appendDecided<Refusal extends string>(
    request: AppendRequest,
    decide: (view: LedgerView, hasTurn: boolean) => Result<NewEntry[], Refusal>,
  ): Promise<AppendOutcome<Refusal>>;
  /**
   * One transaction: lock the accounts (made when they are new); unless the ledger knows of any charge of the problem, append
   * what `decide` answers, each entry with its own `occurredAt`, and keep the states of those tickets that have none. Nothing
   * is queued. A problem that the ledger knows stays as it is.
   */
  restoreProblem(request: RestoreRequest, decide: DecideRestore): Promise<RestoreOutcome>;
  readStoredTicket(ticketId: string): Promise<StoredTicket | undefined>;
  /** As {@link Ledger.readStoredTicket}, of many; those that were never decided are left out. */
  readStoredTickets(ticketIds: readonly string[]): Promise<StoredTicket[]>;
  /** The problem ticket is the mark of a defect no more: its incidents are remembered as linked to none. */
  forgetDefect(problemTicketId: string): Promise<void>;
  /** Tickets last seen linked to this defect that were not yet made to say what was decided, lowest id first. */
  readUnshownIncidents(problemTicketId: string, limit: number): Promise<string[]>;
  /** The balance that the entries up to and including `at` (ISO 8601) by that clock add up to. */
  readBalanceAsOf(billingAccountId: string, at: string, clock: LedgerClock): Promise<number>;
  /** Clients with something left in a grant that has ended by `now`, longest ended first. */
  readDueAccounts(now: string, limit: number): Promise<string[]>;
  readTotals(billingAccountId: string): Promise<AccountTotals>;
  /** Newest first. */
  readEntries(billingAccountId: string, limit: number, request?: EntriesRequest): Promise<RecordedEntry[]>;
  readAnswer(commandId: string): Promise<StoredAnswer | undefined>;
  /** Remembers what the ticket was made to say. */
  markShown(ticketId: string, shown: TicketDecision['state']): Promise<void>;
  /** Remembers what a ticket says that is closed and cannot be made to say anything else. */
  markClosed(ticketId: string, shows: CreditState | undefined): Promise<void>;
  /** Remembers how often the ticket was written lately. */
  keepRounds(ticketId: string, rounds: Rounds): Promise<void>;
  /** The client was told at this ticket that few credits are left. */
  markLowBalanceTold(ticketId: string): Promise<void>;
  /**
   * Queues looks at tickets that are held or pending, at most `limit`: those first that were not looked at for longest,
   * behind the looks that events asked for. `now` (ISO 8601) puts them last in turn. Answers how many were queued: a
   * ticket whose look waits already is left out.
   */
  queueWaitingTickets(limit: number, now: string): Promise<{ queued: number }>;
  /** Nothing can be decided for the ticket any more, so it stops waiting, and who is held behind it is looked at. */
  endWaiting(ticketId: string, endedAs: 'closed' | 'gone'): Promise<void>;
  /** How many credits went back since `since` (ISO 8601) for a wrong line, by who handed the ticket over; most first. */
  countWrongLines(since: string): Promise<WrongLineCount[]>;
  /** By the newest ticket for which billing could be asked; undefined when there is none. */
  readRequester(requesterId: string): Promise<StoredRequester | undefined>;
  /** Remembers what was written at the requester at `now` (ISO 8601); without `fields`, that nothing stands there. */
  markRequesterShown(requesterId: string, fields: DeskUserFields | undefined, now: string): Promise<void>;
}
