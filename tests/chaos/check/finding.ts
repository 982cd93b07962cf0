/** Something that is not as it must be. */
export type Finding = {
  /** The check that found it, in words of the rules. */
  rule: string;
  expected: string;
  found: string;
  ticketId?: string;
  account?: string;
};
