import * as z from 'zod/mini';
import { IDENTITY_GRADES } from '../domain/accounts/accountFacts';
import { LINES } from '../domain/line/line';
import { AGENT_REFUND_REASONS, AGENT_ROLES } from '../domain/policy/refundReason';
import { COMMAND_REFUSALS } from '../domain/tickets/command';
import { CREDIT_STATES, IDENTITY_REFUSALS } from '../domain/tickets/creditState';
import { entryViewSchema } from './entryView';
import { balanceViewSchema, careViewSchema, packsViewSchema, spendViewSchema } from './offerView';
import { isoTime } from './scalars';
import { stateReasonSchema } from './stateReason';

/** Who the requester is in billing, or why that is not known. */
export const identityViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('client'),
    grade: z.enum(IDENTITY_GRADES),
    billingAccountId: z.string(),
    accountName: z.string(),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum(IDENTITY_REFUSALS),
  }),
  /** Billing could not be asked and nothing was known from before. */
  z.object({ kind: z.literal('unavailable') }),
]);

/** This ticket's line and charge; `creditState` is null until the first reconcile has ended. */
export const ticketViewSchema = z.object({
  id: z.string(),
  line: z.nullable(z.enum(LINES)),
  creditState: z.nullable(z.enum(CREDIT_STATES)),
  reason: z.nullable(stateReasonSchema),
  /** R4: the ticket whose problem this follow-up goes on with; null when it is a problem of its own. */
  continues: z.nullable(z.string()),
  /** Since when the ticket has been in this state. */
  stateSince: z.nullable(isoTime),
  /** When the ticket was made to say this state, which is when Zendesk's triggers tell the client of it; null: not yet. */
  toldAt: z.nullable(isoTime),
  /** The last command that was answered on this ticket. */
  answer: z.nullable(
    z.object({
      /** As in the ticket field, without its prefix: `refund_software_defect`, `debit`, `waive`, `recheck`. */
      action: z.string(),
      outcome: z.enum(['done', 'refused', 'awaiting_approval']),
      refusal: z.nullable(z.enum(COMMAND_REFUSALS)),
      answeredAt: isoTime,
    }),
  ),
  /** A return that waits for another agent's approval: who asked for it (a user of Zendesk), and for which reason. */
  approval: z.nullable(
    z.object({ reason: z.enum(AGENT_REFUND_REASONS), askedBy: z.string(), askedAt: isoTime }),
  ),
});

/** For which reason an agent may return the credit, and who: by role, or as a member of a group, whatever the role. */
const refundRuleViewSchema = z.object({
  reason: z.enum(AGENT_REFUND_REASONS),
  /** False: the policy allows it to nobody. */
  isAllowed: z.boolean(),
  roles: z.array(z.enum(AGENT_ROLES)),
  groupIds: z.array(z.string()),
  /** Per person and day (UTC); null: as many as needed. */
  perPersonPerDay: z.nullable(z.int()),
  /** How many of them nobody else has to approve; null: all. */
  freePerDay: z.nullable(z.int()),
});

/** What is shown of a client, with or without a ticket, in one answer. Money in cents of EUR, credits whole. */
export const clientViewSchema = z.object({
  identity: identityViewSchema,
  partnerLevel: z.nullable(z.string()),
  /** Null when the requester is no known client. */
  balance: z.nullable(balanceViewSchema),
  /** Null for no client or when billing was never reached. */
  spend: z.nullable(spendViewSchema),
  /**
   * What technical support would do to this ticket, or without a ticket to a new one, by what is known now: the bridge
   * decides again. A ticket that is debited so costs one credit. Null: it is with technical support, or not known yet.
   */
  handOver: z.nullable(z.object({ creditState: z.enum(CREDIT_STATES), reason: stateReasonSchema })),
  /** Newest first, at most 10. */
  entries: z.array(entryViewSchema),
  /** What `before` is to be for older entries; null: there are none. */
  entriesBefore: z.nullable(z.string()),
  packs: packsViewSchema,
  buyUrl: z.string(),
  /** Of every reason that agents can give, who may. The bridge decides again. */
  refundRules: z.array(refundRuleViewSchema),
  care: careViewSchema,
  /** When the billing data was read; null when it never was. */
  billingReadAt: z.nullable(isoTime),
  /** False when the last attempt to read billing failed: the data shown is the last known. */
  isBillingReachable: z.boolean(),
  /** The bridge's clock, so that ages do not depend on the browser's. */
  now: isoTime,
});

/** Everything the sidebar shows at first look beside a ticket. */
export const creditsViewSchema = z.extend(clientViewSchema, { ticket: ticketViewSchema });

export type RefundRuleView = z.infer<typeof refundRuleViewSchema>;
export type ClientView = z.infer<typeof clientViewSchema>;
export type CreditsView = z.infer<typeof creditsViewSchema>;
