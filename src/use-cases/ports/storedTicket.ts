import type { IdentityGrade } from '../../domain/accounts/accountFacts';
import type { Line } from '../../domain/line/line';
import type { LowBalanceLevel } from '../../domain/low-balance/lowBalanceLevel';
import type { CommandAction, CommandRefusal } from '../../domain/tickets/command';
import type { IdentityRefusal } from '../../domain/tickets/creditState';
import type { Rounds } from '../../domain/tickets/decideRound';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';
import type { DeskUserFields } from './desk';

/** Who the requester was found to be; none of them when billing could not be asked and nothing was known. */
export type StoredIdentity =
  | { kind: 'client'; grade: IdentityGrade; billingAccountId: string }
  | { kind: 'refused'; reason: IdentityRefusal }
  | { kind: 'unavailable' };

/** What is remembered of a ticket: the last decision. */
export type StoredTicket = {
  ticketId: string;
  requesterId: string;
  identity: StoredIdentity;
  /** R4: the problem whose one credit it rests on. */
  problemId: string;
  /** R4: whether a debit or a waiver stands for that problem, made for this ticket or for another one of it. */
  isProblemCharged: boolean;
  /** The ticket that it was merged into. */
  mergedInto: string | undefined;
  /** The problem ticket of the defect that it was last seen linked to, or is itself. */
  defectTicketId: string | undefined;
  line: Line | undefined;
  state: TicketDecision['state'];
  /** What the ticket itself was last made to say; undefined while that is not known. */
  shown: TicketDecision['state'] | undefined;
  /** When it was made to say so; undefined where that was not kept yet. ISO 8601. */
  shownAt: string | undefined;
  /** Since when `state` has been the same, however often it was decided again; ISO 8601. */
  stateSince: string;
  /** Balance of the client right after the decision. */
  balanceCredits: number | undefined;
  /** The answer that was written last. */
  answer: StoredAnswer | undefined;
  /** How often it was written lately; undefined when it never was. */
  rounds: Rounds | undefined;
  /** That few credits are left since this ticket was debited, while the client was not told so. */
  lowBalance: LowBalanceLevel | undefined;
};

/**
 * Whose client a requester is, undefined for one who is no known client (any more), and what was last written at the
 * requester.
 */
export type StoredRequester = {
  billingAccountId: string | undefined;
  shownFields: DeskUserFields | undefined;
  /** When that was written, ISO 8601; undefined when that is not known. */
  shownAt: string | undefined;
};

/** A command with its answer. */
export type StoredAnswer = {
  commandId: string;
  action: CommandAction;
  outcome: 'done' | 'refused' | 'awaiting_approval';
  refusal: CommandRefusal | undefined;
  answeredAt: string;
};
