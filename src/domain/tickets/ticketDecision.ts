import type { NewEntry } from '../credits/newEntry';
import type { RefundReason } from '../policy/refundReason';
import type { LowBalance } from '../low-balance/decideLowBalance';
import type { CommandRefusal } from './command';
import type { CreditState, HoldReason } from './creditState';

/** Why the ticket is in its state: the key of the sentence that people read. */
export type StateReason =
  | HoldReason
  | RefundReason
  | 'client_care'
  /** Closed or removed before a credit was taken. */
  | 'ended'
  | 'charged'
  | 'partner'
  | 'agent'
  | 'billing_unavailable'
  /** Billing cannot be read until an admin has mended something; the charge then settles by itself. */
  | 'billing_misconfigured';

/** What the ticket should say. */
export type TicketState = { creditState: CreditState; reason: StateReason };

/** How a command ended; stored with the command's id, so that each asking is answered once. */
export type CommandAnswer =
  | { commandId: string; outcome: 'done' }
  | { commandId: string; outcome: 'refused'; refusal: CommandRefusal }
  /** Another agent has to approve; `chargeKey` is the debit that is to be returned. */
  | { commandId: string; outcome: 'awaiting_approval'; chargeKey: string };

/** What the rules say about one ticket: entries to append, and what the ticket should say afterwards. */
export type TicketDecision = {
  entries: NewEntry[];
  state: TicketState;
  answer: CommandAnswer | undefined;
  /** Credits are left and other tickets of the account are held for want of them: the longest held is to be looked at. */
  settlesNext?: true;
  /** Another look at this very ticket is to follow. */
  asksAgain?: true;
  /** What it means for telling the client that few credits are left; nothing in most decisions. */
  lowBalance?: LowBalance;
};
