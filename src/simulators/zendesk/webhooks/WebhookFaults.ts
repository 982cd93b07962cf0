/** What goes wrong on the way of a webhook. */
export type WebhookFaults = {
  /** Share of calls that never leave, 0 to 1. */
  drop?: number;
  /** How many copies leave besides the call itself. */
  duplicate?: number;
  delayMs?: number;
  /** Calls that come close together leave in the opposite order. */
  reorder?: boolean;
  /** Signed with another secret. */
  badSignature?: boolean;
};
