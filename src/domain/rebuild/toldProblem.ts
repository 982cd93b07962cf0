import type { Actor } from '../credits/newEntry';
import type { RefundReason } from '../policy/refundReason';
import type { Stamp } from './ticketTale';

/** The problem's charge number `n` (`debit:<problem>:<n>`), with the account that it took from. */
export type ToldCharge = Stamp & {
  kind: 'debit' | 'waiver';
  n: number;
  ticketId: string;
  billingAccountId: string;
  /** The rules, or the agent who asked for it. */
  actor: Actor;
};

/** The return of the debit number `n`. */
export type ToldRefund = Stamp & {
  kind: 'refund';
  n: number;
  ticketId: string;
  billingAccountId: string;
  reason: RefundReason;
  actor: Actor;
  /** Of a wrong line: who had handed the ticket over. */
  handedOverBy: string | undefined;
};

/** One entry that history tells of. */
export type ToldFact = ToldCharge | ToldRefund;

/**
 * Why a problem is not told to the end. `client_unknown`: billing does not know whose credits it took, so nothing of it can be
 * written. `contradiction`: what a ticket said cannot have followed from what it said before; that was passed over.
 */
export type ToldFlaw = 'client_unknown' | 'contradiction';

/** What history tells of one problem. */
export type ToldProblem = {
  problemId: string;
  /** In the order in which they happened. */
  facts: ToldFact[];
  /** Tickets that rest on it now and were last made to say a charge or its return; `since` when. */
  tickets: { ticketId: string; since: string }[];
  flaw: ToldFlaw | undefined;
};
