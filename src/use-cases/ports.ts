import type { AccountFacts, IdentityGrade } from '../domain/accounts/accountFacts';
import type { LedgerView } from '../domain/credits/ledgerView';
import type { NewEntry } from '../domain/credits/newEntry';
import type { Line } from '../domain/line/line';
import type { CommandAction, CommandRefusal } from '../domain/tickets/command';
import type { CreditState, HoldReason } from '../domain/tickets/creditState';
import type { TicketDecision } from '../domain/tickets/ticketDecision';
import type { Result } from '../domain/result';

/** Thrown by adapters when the outside failed. `retry` says whether asking again later can help. */
export class AdapterError extends Error {
  readonly code: string;
  readonly retry: boolean;
  /** Wait this long before asking again, when the outside said so. */
  readonly retryAfterMs: number | undefined;

  /** `message` names what was asked (never its contents, never credentials). */
  constructor(
    message: string,
    options: { code: string; retry: boolean; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'AdapterError';
    this.code = options.code;
    this.retry = options.retry;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** A ticket as the helpdesk has it now. `updatedAt` is the stamp for a safe update. */
export type DeskTicket = {
  id: string;
  requesterId: string;
  line: Line | undefined;
  creditState: CreditState | undefined;
  /** The value standing in the command field, mapped; undefined when empty or unknown. */
  action: CommandAction | undefined;
  status: string;
  updatedAt: string;
};

/** A person of the helpdesk. */
export type DeskUser = { id: string; email: string | undefined; isEmailVerified: boolean; isAgent: boolean };

/** Who set the command that stands in the ticket now, found in its audits; `id` is the audit's. */
export type DeskCommand = { id: string; action: CommandAction; actorId: string };

/** One update of a ticket in one call: fields and private note together, refused when the ticket changed meanwhile. */
export type DeskTicketUpdate = {
  ticketId: string;
  expectedUpdatedAt: string;
  creditState?: CreditState;
  clearAction?: boolean;
  privateNote?: string;
};

/** What the helpdesk shows of a client beside its tickets; of the time of reading it shows the day (UTC). */
export type DeskUserFields = {
  credits: number;
  spendCents: number;
  isPartner: boolean;
  billingAccountId: string;
  billingReadAt: string;
};

/** The helpdesk. Every method fails with {@link AdapterError}. */
export interface Desk {
  /** Undefined: there is no such ticket (any more). */
  readTicket(ticketId: string): Promise<DeskTicket | undefined>;
  /** Undefined: there is no such user (any more). */
  readUser(userId: string): Promise<DeskUser | undefined>;
  /** The newest asking for the value that stands in the command field now; undefined when none stands. */
  readCommand(ticketId: string): Promise<DeskCommand | undefined>;
  /** `conflict`: changed meanwhile, read again; `closed`: can never be changed again; `gone`: deleted. */
  updateTicket(update: DeskTicketUpdate): Promise<'updated' | 'conflict' | 'closed' | 'gone'>;
  /** `gone`: there is no such user (any more). */
  updateUserFields(userId: string, fields: DeskUserFields): Promise<'updated' | 'gone'>;
}

/** Which accounts of billing have a user with this e-mail: exact and case-insensitive. */
export type ClientMatch = { kind: 'none' } | { kind: 'one'; billingAccountId: string } | { kind: 'several' };

/** The billing system; it is only read. Every method fails with {@link AdapterError}. */
export interface BillingSource {
  readClient(email: string): Promise<ClientMatch>;
  /** Spend in cents of EUR net of tax without packs, partner level, packs bought. `now` becomes `readAt`. */
  readAccountFacts(billingAccountId: string): Promise<AccountFacts>;
}

/** Who the requester was found to be; none of them when billing could not be asked and nothing was known. */
export type StoredIdentity =
  | { kind: 'client'; grade: IdentityGrade; billingAccountId: string }
  | { kind: 'refused'; reason: Exclude<HoldReason, 'no_credits'> }
  | { kind: 'unavailable' };

/** What is remembered of a ticket: the last decision. */
export type StoredTicket = {
  ticketId: string;
  requesterId: string;
  identity: StoredIdentity;
  line: Line | undefined;
  state: TicketDecision['state'];
  /** What the ticket itself was last made to say; undefined while that is not known. */
  shown: TicketDecision['state'] | undefined;
  decidedAt: string;
  /** Balance of the client right after the decision. */
  balanceCredits: number | undefined;
  /** The answer that was written last. */
  answer: StoredAnswer | undefined;
};

/** Whose client a requester is, and what was last written at the requester. */
export type StoredRequester = { billingAccountId: string; shownFields: DeskUserFields | undefined };

/** A command with its answer. */
export type StoredAnswer = {
  commandId: string;
  action: CommandAction;
  outcome: 'done' | 'refused';
  refusal: CommandRefusal | undefined;
  answeredAt: string;
};

/** What a decision is made for. */
export type DecisionInput = {
  ticketId: string;
  requesterId: string;
  problemId: string;
  line: Line | undefined;
  identity: StoredIdentity;
  command: { id: string; action: CommandAction } | undefined;
  occurredAt: string;
};

/** An entry as recorded, newest first where listed. Amounts carry their sign. */
export type RecordedEntry = {
  key: string;
  kind: 'grant' | 'debit' | 'waiver' | 'refund' | 'expiry' | 'clawback' | 'adjustment';
  amountCredits: number;
  balanceAfterCredits: number;
  reason: string;
  ticketId: string | undefined;
  occurredAt: string;
};

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
  /** Does all of it and rolls it back. */
  isDryRun?: boolean;
};

/** What became of an {@link AppendRequest}; balances are of the account before and after, whole credits. */
export type AppendOutcome<Refusal extends string> =
  | { kind: 'appended'; entryKeys: string[]; balanceBefore: number; balanceAfter: number }
  /** `balanceAfter`: right after the entry that was recorded then. */
  | { kind: 'already_recorded'; recordedAt: string; balanceAfter: number }
  | { kind: 'refused'; reason: Refusal; balanceBefore: number };

/** Which of the two clocks: when it happened, or when it was written. */
export type LedgerClock = 'occurred' | 'recorded';

/** The store of record. */
export interface Ledger {
  /**
   * One transaction: lock the credit account that the problem was charged to, else the requester's (made when it is
   * new), read what the rules need, decide purely, append the entries, keep the ticket's state and the command's
   * answer, queue what must be brought in line, commit.
   * `isCommandAnswered` tells `decide` that this very command was answered before.
   */
  decideTicket(
    input: DecisionInput,
    decide: (view: LedgerView, isCommandAnswered: boolean) => TicketDecision,
  ): Promise<{ decision: TicketDecision; entryKeys: string[] }>;
  /**
   * One transaction under the lock of the client's account (made when it is new): read, decide purely, append, commit.
   * Fails with {@link AdapterError} `key_reused` when the key states something else already.
   */
  appendDecided<Refusal extends string>(
    request: AppendRequest,
    decide: (view: LedgerView) => Result<NewEntry[], Refusal>,
  ): Promise<AppendOutcome<Refusal>>;
  readStoredTicket(ticketId: string): Promise<StoredTicket | undefined>;
  /** The balance that the entries up to and including `at` (ISO 8601) by that clock add up to. */
  readBalanceAsOf(billingAccountId: string, at: string, clock: LedgerClock): Promise<number>;
  /** Clients with something left in a grant that has ended by `now`, longest ended first. */
  readDueAccounts(now: string, limit: number): Promise<string[]>;
  readTotals(billingAccountId: string): Promise<AccountTotals>;
  /** Newest first. */
  readEntries(billingAccountId: string, limit: number): Promise<RecordedEntry[]>;
  readAnswer(commandId: string): Promise<StoredAnswer | undefined>;
  /** Remembers what the ticket was made to say. */
  markShown(ticketId: string, shown: TicketDecision['state']): Promise<void>;
  /**
   * Queues looks at tickets that are held or pending, at most `limit`: those first that were not looked at for longest,
   * behind the looks that events asked for. `now` (ISO 8601) puts them last in turn. Answers how many were queued: a
   * ticket whose look waits already is left out.
   */
  queueWaitingTickets(limit: number, now: string): Promise<{ queued: number }>;
  /** Nothing can be decided for the ticket any more, so it stops waiting, and who is held behind it is looked at. */
  endWaiting(ticketId: string, endedAs: 'closed' | 'gone'): Promise<void>;
  /** Undefined: no ticket of this requester was of a known client. */
  readRequester(requesterId: string): Promise<StoredRequester | undefined>;
  /** Remembers what was written at the requester. */
  markRequesterShown(requesterId: string, fields: DeskUserFields): Promise<void>;
}

/** Facts of billing as last read; not reachable when the last attempt to read them failed. */
export type RememberedFacts = { facts: AccountFacts; isReachable: boolean };

/** What was last read of billing, shared by all replicas. */
export interface FactsMemory {
  rememberFacts(email: string, facts: AccountFacts): Promise<void>;
  /** Billing answered, and this e-mail is no single client there (any more). */
  forgetClient(email: string): Promise<void>;
  /** Billing could not be asked; what was read before stays, marked as not reachable. Answers what is known. */
  rememberFailure(email: string): Promise<AccountFacts | undefined>;
  recallFacts(billingAccountId: string): Promise<RememberedFacts | undefined>;
}

/** Work that must happen, durably; the same ticket asked for twice is looked at once. */
export interface WorkQueue {
  /** Fails with {@link AdapterError} `queue_unavailable` when the job could not be made durable. */
  queueReconcile(ticketId: string): Promise<void>;
}

/** Time. */
export interface Clock {
  now(): Date;
}

/** JSON lines: constant message, varying fields; never a secret, e-mail, name or ticket text. */
export interface Logger {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Sentences for people, in the language of the policy. */
export interface NoteTexts {
  /** The private note for a ticket's new state or a command's answer. */
  renderNote(note: TicketNote): string;
}

/** What a private note says. */
export type TicketNote = {
  state: TicketDecision['state'] | undefined;
  balanceCredits: number | undefined;
  refusal: { action: CommandAction; refusal: CommandRefusal } | undefined;
};
