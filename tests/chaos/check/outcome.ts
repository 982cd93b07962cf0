import type { ExportedEntry } from '../../../src/use-cases/ports/ledgerExport';
import type { ChaosPlan } from '../plan/chaosPlan';
import type { BillingAccount } from '../world/readBilling';

/** How the world stands at the end, read from each system by itself: Zendesk over REST, billing from its page, the ledger by export and SQL. */
export type Outcome = {
  plan: ChaosPlan;
  fields: { line: number; action: number; credit: number };
  /** By id in Zendesk. */
  tickets: ReadonlyMap<string, SeenTicket>;
  users: ReadonlyMap<string, SeenUser>;
  billing: readonly BillingAccount[];
  entries: readonly SeenEntry[];
  states: ReadonlyMap<string, SeenState>;
  /** Stored balances by billing account. */
  balances: ReadonlyMap<string, number>;
  /** Ids of the audits in which an agent asked for something, with how each was answered. */
  answers: ReadonlyMap<string, { outcome: string; refusal: string | null }>;
  health: Health;
};

/** A ticket as Zendesk has it; `isGone` when it was deleted or marked as spam. */
export type SeenTicket = {
  id: string;
  isGone: boolean;
  status: string;
  tags: string[];
  requesterId: string;
  type: string | null;
  problemTicketId: string | undefined;
  /** The closed ticket that it follows up. */
  followUpOf: string | undefined;
  createdAt: string;
  line: string | undefined;
  action: string | undefined;
  /** Oldest first. */
  audits: SeenAudit[];
};

export type SeenAudit = {
  id: string;
  at: string;
  authorId: string;
  events: SeenEvent[];
  via: { source?: { rel?: string | null; from?: { ticket_id?: number | null } } } | undefined;
};

export type SeenEvent = {
  type: string;
  fieldName: string | undefined;
  value: unknown;
  previous: unknown;
  body: string | undefined;
  isPublic: boolean | undefined;
  authorId: string | undefined;
};

export type SeenUser = {
  id: string;
  email: string;
  role: string;
  isVerified: boolean;
  fields: Record<string, unknown>;
};

/** One line of `support-credits export`, with who acted, which the export leaves out. */
export type SeenEntry = Pick<
  ExportedEntry,
  | 'billingAccountId'
  | 'key'
  | 'kind'
  | 'amountCredits'
  | 'balanceAfterCredits'
  | 'reason'
  | 'problemId'
  | 'ticketId'
  | 'refundedKey'
  | 'occurredAt'
> & { actor: { kind: string; id?: string; approvedBy?: string } };

/** What the ledger says of a ticket. */
export type SeenState = {
  ticketId: string;
  requesterId: string;
  accountId: string | undefined;
  line: string | undefined;
  problemId: string;
  creditState: string;
  reason: string;
  endedAs: string | undefined;
};

/** What tells that the bridge itself was well. */
export type Health = {
  isAtRest: boolean;
  movedIn: string[];
  verify: { code: number; output: string };
  /** Jobs that nothing will try again. */
  deadJobs: string[];
  /** Lines of the bridges' logs that tell of a defect. */
  logErrors: string[];
  /** Bridges that ended though nobody had ended them. */
  unaskedEnds: number;
};
