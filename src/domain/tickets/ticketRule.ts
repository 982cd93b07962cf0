/** The rules that are asked one after the other, in this order; the first one that says something is the answer. */
export const TICKET_RULES = [
  'rule_refund',
  'standing_charge',
  'client_care',
  'ended',
  'billing',
  'identity',
  'charge',
] as const;

/** One of the closed list of rules. */
export type TicketRule = (typeof TICKET_RULES)[number];

/** What can decide a ticket: an agent's asking, which goes before all rules, or a rule. */
export const DECIDERS = ['command', ...TICKET_RULES] as const;

/** What decided a ticket: told to people who ask why. */
export type DecidedBy = (typeof DECIDERS)[number];
