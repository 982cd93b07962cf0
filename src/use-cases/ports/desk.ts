import type { LowBalanceLevel } from '../../domain/low-balance/lowBalanceLevel';
import type { Line } from '../../domain/line/line';
import type { CommandAction } from '../../domain/tickets/command';
import type { CreditState } from '../../domain/tickets/creditState';

/** A ticket as the helpdesk has it now. `updatedAt` is the stamp for a safe update. */
export type DeskTicket = {
  id: string;
  requesterId: string;
  line: Line | undefined;
  creditState: CreditState | undefined;
  /** The value standing in the command field, mapped; undefined when empty or unknown. */
  action: CommandAction | undefined;
  status: string;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
  type: 'problem' | 'incident' | 'question' | 'task' | undefined;
  /** Of an incident: the ticket of the problem that it is linked to. */
  problemTicketId: string | undefined;
  /** Whether people of the helpdesk marked it as a defect of the software. */
  isDefect: boolean;
  /** The closed ticket that this one follows up. */
  followUpOf: string | undefined;
  /** The tickets that follow this one up. */
  followUpIds: string[];
  /** Whether it was closed by merging it into another one. */
  isMerged: boolean;
  /** What the fields «Topic» and «Product» say, without the prefix of the value; undefined when nothing. */
  topic: string | undefined;
  product: string | undefined;
};

/** A person of the helpdesk. */
export type DeskUser = {
  id: string;
  email: string | undefined;
  /**
   * Whether this very e-mail was verified. Of agents, and where `billingAccountId` stands, it only says that the helpdesk
   * has verified anything of the person: nothing rests on it there.
   */
  isEmailVerified: boolean;
  isAgent: boolean;
  /** Of the people of the helpdesk, whether an admin. */
  isAdmin: boolean;
  /** As the helpdesk names it, such as `ru` or `en-US`; undefined when it does not say. */
  locale: string | undefined;
  /** What people of the helpdesk wrote as the account of billing, as it stands there; undefined when nothing does. */
  billingAccountId: string | undefined;
};

/** Who set the command that stands in the ticket now, found in its audits; `id` is the audit's. */
export type DeskCommand = { id: string; action: CommandAction; actorId: string };

/** What became of a ticket, from its audits, oldest first. Times are ISO 8601, `actorId` is who did it. */
export type DeskHistory = {
  /** Each time the field of the line got another value; a ticket made with a line begins with it. */
  lineChanges: { line: Line | undefined; at: string; actorId: string }[];
  /** Public comments of people of the helpdesk, apart from one that the ticket was made with. */
  agentReplies: { at: string; authorId: string }[];
  /** Each time a command was set. */
  commands: (DeskCommand & { at: string })[];
  /**
   * Each time the field of the credit state got another value. `actorId` undefined: a trigger or another rule set it. `taken`:
   * the command that was taken out of its field in the same change.
   */
  creditChanges: {
    state: CreditState | undefined;
    taken: CommandAction | undefined;
    at: string;
    auditId: string;
    actorId: string | undefined;
  }[];
  /** Each time the ticket got another requester; whoever it had first stands before all changes. */
  requesterChanges: { requesterId: string; at: string; auditId: string }[];
  /** Each time it was linked to a problem ticket, or to none any more. */
  problemLinks: { problemTicketId: string | undefined; at: string; auditId: string }[];
  /** The ticket that this one was merged into. */
  mergedInto: string | undefined;
  closedAt: string | undefined;
};

/** So many tickets the helpdesk takes in one go. */
export const MAX_UPDATES_AT_ONCE = 100;

/** One update of a ticket in one call: fields and private note together, refused when the ticket changed meanwhile. */
export type DeskTicketUpdate = {
  ticketId: string;
  expectedUpdatedAt: string;
  creditState?: CreditState;
  /** Credits of the client after it, for the client to read; null empties the field. An account without the field is shown none. */
  creditsLeft?: number | null;
  clearAction?: boolean;
  privateNote?: string;
  status?: 'pending' | 'open';
};

/**
 * What the helpdesk shows of a client beside its tickets; of the time of reading it shows the day (UTC). Whose figures
 * they are is remembered with them and not written: there, the account is for people to write.
 */
export type DeskUserFields = {
  credits: number;
  spendCents: number;
  isPartner: boolean;
  billingAccountId: string;
  billingReadAt: string;
};

/** The helpdesk. Every method fails with `AdapterError`. */
export interface Desk {
  /** Who the bridge is at the helpdesk: the author of what it writes there. */
  readOwnUserId(): Promise<string>;
  /** Undefined: there is no such ticket (any more). */
  readTicket(ticketId: string): Promise<DeskTicket | undefined>;
  /** Undefined: there is no such user (any more). */
  readUser(userId: string): Promise<DeskUser | undefined>;
  /** Groups that a person of the helpdesk is in; none when there is no such person. */
  readGroupIds(userId: string): Promise<string[]>;
  /** The newest asking for the value that stands in the command field now; undefined when none stands. */
  readCommand(ticketId: string): Promise<DeskCommand | undefined>;
  /** Read as a whole, so only where something rests on it. Undefined: there is no such ticket (any more). */
  readHistory(ticketId: string): Promise<DeskHistory | undefined>;
  /** The tickets linked to a problem ticket, page by page; none when there is no such ticket. */
  readIncidents(problemTicketId: string): AsyncIterable<DeskTicket[]>;
  /** `conflict`: changed meanwhile, read again; `closed`: can never be changed again; `gone`: deleted. */
  updateTicket(update: DeskTicketUpdate): Promise<'updated' | 'conflict' | 'closed' | 'gone'>;
  /**
   * Up to {@link MAX_UPDATES_AT_ONCE} tickets in one go, each refused when it changed meanwhile. Answers the ids of those
   * that were updated when the helpdesk has worked all of them off; why the others were not is for reading them again to
   * tell. After a failure it is not known which were: the error says how long to wait before reading them again.
   */
  updateTickets(updates: readonly DeskTicketUpdate[]): Promise<string[]>;
  /** Adds the tag that tells of few credits left, beside the tags that are there; once more changes nothing. */
  tagLowBalance(ticketId: string, level: LowBalanceLevel): Promise<'updated' | 'closed' | 'gone'>;
  /** Without `fields` they are cleared. `gone`: there is no such user (any more). */
  updateUserFields(userId: string, fields: DeskUserFields | undefined): Promise<'updated' | 'gone'>;
}
