/** What goes wrong on the way of a webhook. Shares go from 0 to 1; `true` is every call, and an absent rate too. */
export type WebhookFaults = {
  /** Share of calls that never leave. */
  drop?: number;
  /** How many copies leave besides the call itself, and of which share of the calls. */
  duplicate?: number;
  duplicateRate?: number;
  delayMs?: number;
  delayRate?: number;
  /** Share of calls that are gathered; those that come close together leave in the opposite order. */
  reorder?: boolean | number;
  /** Share of attempts that are signed with another secret. */
  badSignature?: boolean | number;
  /** Share of calls that are sent once more, though they were answered with a success. */
  resend?: number;
  resendAfterMs?: number;
  /** The timestamp, and with it the signature, of a repeat: its own (as a rule) or that of the first attempt. */
  repeatTimestamp?: 'new' | 'same';
  /** Share of JSON bodies into which the ticket's title is put as it is, so that a quotation mark breaks them. */
  unescapedTitle?: boolean | number;
};

/** A switch or a share as a share. */
export function toShare(value: boolean | number | undefined, whenAbsent = 0): number {
  return value === undefined ? whenAbsent : Number(value);
}
