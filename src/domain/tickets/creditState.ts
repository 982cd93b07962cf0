/** What a ticket costs its client, as shown in the ticket field «Credit» (design.md, section 4). */
export const CREDIT_STATES = ['free', 'debited', 'waived', 'held', 'pending', 'refunded'] as const;

/** One of the closed list of states; on a ticket it stands as `credit_<state>`. */
export type CreditState = (typeof CREDIT_STATES)[number];

/** Whether a ticket says that its problem was charged, or that this was returned. */
export function isCharge(state: CreditState | undefined): boolean {
  return state === 'debited' || state === 'waived' || state === 'refunded';
}

/** Why a ticket is held: what the agent or the client has to do before it can be charged. */
export const HOLD_REASONS = [
  'no_credits',
  'unknown_client',
  'ambiguous_client',
  'requester_without_email',
  'unverified_email',
  'linked_account_unknown',
  'link_required',
] as const;

/** Why a ticket is held. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why the requester is no known client. */
export const IDENTITY_REFUSALS = [
  'unknown_client',
  'ambiguous_client',
  'requester_without_email',
  'unverified_email',
  'linked_account_unknown',
] as const satisfies readonly HoldReason[];

/** Why the requester is no known client. */
export type IdentityRefusal = (typeof IDENTITY_REFUSALS)[number];
