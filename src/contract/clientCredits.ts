import * as z from 'zod/mini';
import { clientEntriesPageSchema } from './clientEntries';
import { balanceViewSchema, careViewSchema, packsViewSchema, spendViewSchema } from './offerView';
import { isoTime } from './scalars';

/** What is published anyway and nobody has to be known for: prices, where to buy, hours of client care. */
export const publicRulesSchema = z.object({
  packs: packsViewSchema,
  buyUrl: z.string(),
  care: careViewSchema,
  /** The bridge's clock. */
  now: isoTime,
});

/**
 * What a new ticket for technical support would cost this client, by what is known now: a credit; one that is not there yet
 * and is taken in advance; nothing, as a partner; it is held until there are credits; or a credit once something is settled
 * that people of the helpdesk or billing have to say first. The bridge decides again when the ticket comes.
 */
export const TICKET_COSTS = ['credit', 'advance', 'partner', 'no_credits', 'unsettled'] as const;

/** What a client is told of the own account, and of no other. */
export const clientCreditsSchema = z.extend(publicRulesSchema, {
  /**
   * `client`: the account is known, and the figures are its own. `being_read`: the account is found, and a job reads it for
   * the first time; who asks again after a moment is told the figures. With the other two asking again is of no use:
   * `unknown`: billing knows no account of this person, or several, until somebody links one; `unavailable`: billing cannot
   * be asked.
   */
  identity: z.enum(['client', 'being_read', 'unknown', 'unavailable']),
  isPartner: z.boolean(),
  /** Null when there is no account, or none was read yet. */
  balance: z.nullable(balanceViewSchema),
  spend: z.nullable(spendViewSchema),
  cost: z.enum(TICKET_COSTS),
  /** The newest page of the history. */
  history: clientEntriesPageSchema,
  /** When billing was read; null when it never was. */
  billingReadAt: z.nullable(isoTime),
});

export type PublicRules = z.infer<typeof publicRulesSchema>;
export type TicketCost = (typeof TICKET_COSTS)[number];
export type ClientCredits = z.infer<typeof clientCreditsSchema>;
