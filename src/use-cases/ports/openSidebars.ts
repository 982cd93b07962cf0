/** What may look otherwise now than it did: a ticket, or an account of billing. */
export type ChangedSubject = { ticketId: string } | { billingAccountId: string };

/** The sidebars that agents have open. */
export interface OpenSidebars {
  /**
   * Lets those that show the subject know that it may have changed. Returns at once and never fails: what is told soon after
   * one another is told together, and what cannot be told is lost, for each sidebar looks again by itself some time.
   */
  tell(subject: ChangedSubject): void;
}
