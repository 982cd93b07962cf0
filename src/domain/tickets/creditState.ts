/** What a ticket costs its client, as shown in the ticket field «Credit» (design.md, section 4). */
export const CREDIT_STATES = ['free', 'debited', 'waived', 'held', 'pending', 'refunded'] as const;

/** One of the closed list of states; on a ticket it stands as `credit_<state>`. */
export type CreditState = (typeof CREDIT_STATES)[number];

/** Why a ticket is held: what the agent or the client has to do before it can be charged. */
export const HOLD_REASONS = [
  'no_credits',
  'unknown_client',
  'ambiguous_client',
  'requester_without_email',
  'unverified_email',
] as const;

/** Why a ticket is held. */
export type HoldReason = (typeof HOLD_REASONS)[number];
