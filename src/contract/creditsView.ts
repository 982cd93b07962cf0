import * as z from 'zod/mini';
import { IDENTITY_GRADES } from '../domain/accounts/accountFacts';
import { LINES } from '../domain/line/line';
import { AGENT_REFUND_REASONS, REFUND_REASONS } from '../domain/policy/refundReason';
import { COMMAND_REFUSALS } from '../domain/tickets/command';
import { CREDIT_STATES, HOLD_REASONS, IDENTITY_REFUSALS } from '../domain/tickets/creditState';

const isoTime = z.iso.datetime();
const credits = z.int();

/** One ledger entry as people see it. `amountCredits` carries its sign: a debit is negative, a waiver 0. */
export const entryViewSchema = z.object({
  key: z.string(),
  kind: z.enum(['grant', 'debit', 'waiver', 'refund', 'expiry', 'clawback', 'adjustment']),
  amountCredits: credits,
  balanceAfterCredits: credits,
  /** Source of a grant, reason of a waiver or refund; empty for a debit. */
  reason: z.string(),
  ticketId: z.nullable(z.string()),
  occurredAt: isoTime,
});

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
  reason: z.nullable(
    z.enum([
      ...HOLD_REASONS,
      ...REFUND_REASONS,
      'client_care',
      'ended',
      'charged',
      'partner',
      'agent',
      'billing_unavailable',
      'billing_misconfigured',
    ]),
  ),
  /** R4: the ticket whose problem this follow-up goes on with; null when it is a problem of its own. */
  continues: z.nullable(z.string()),
  /** Since when the ticket has been in this state. */
  stateSince: z.nullable(isoTime),
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
});

/** Everything the sidebar shows at first look, in one answer. Money in cents of EUR, credits whole. */
export const creditsViewSchema = z.object({
  ticket: ticketViewSchema,
  identity: identityViewSchema,
  partnerLevel: z.nullable(z.string()),
  /** Null when the requester is no known client. */
  balance: z.nullable(
    z.object({
      availableCredits: credits,
      earnedCredits: credits,
      boughtCredits: credits,
      usedCredits: credits,
      returnedCredits: credits,
    }),
  ),
  /** Null for no client or when billing was never reached. */
  spend: z.nullable(z.object({ spendCents: z.int(), centsToNextCredit: z.int(), centsPerCredit: z.int() })),
  /** Newest first, at most 10. */
  entries: z.array(entryViewSchema),
  packs: z.array(z.object({ credits: z.int(), priceCents: z.int(), savesCents: z.int() })),
  buyUrl: z.string(),
  /** Reasons for which the policy lets an agent return the credit. */
  refundReasons: z.array(z.enum(AGENT_REFUND_REASONS)),
  /** When the billing data was read; null when it never was. */
  billingReadAt: z.nullable(isoTime),
  /** False when the last attempt to read billing failed: the data shown is the last known. */
  isBillingReachable: z.boolean(),
  /** The bridge's clock, so that ages do not depend on the browser's. */
  now: isoTime,
});

export type EntryView = z.infer<typeof entryViewSchema>;
export type CreditsView = z.infer<typeof creditsViewSchema>;
