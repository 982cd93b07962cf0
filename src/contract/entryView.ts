import * as z from 'zod/mini';
import { GRANT_SOURCES } from '../domain/credits/grant';
import { credits, isoTime } from './scalars';

/** Who moved credits: ids of Zendesk users, whose names the app reads in the agent's own session. */
export const actorViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('agent'), userId: z.string(), approvedBy: z.nullable(z.string()) }),
  /** Somebody at the bridge's host. */
  z.object({ kind: z.literal('operator') }),
]);

/** A lot of credits as it stands now. Paid ones were bought, free ones earned or given. */
export const grantViewSchema = z.object({
  source: z.enum(GRANT_SOURCES),
  isPaid: z.boolean(),
  effectiveAt: isoTime,
  /** Null: never ends. */
  expiresAt: z.nullable(isoTime),
  remainingCredits: credits,
});

/** What an entry can be. */
export const ENTRY_KINDS = [
  'grant',
  'debit',
  'waiver',
  'refund',
  'expiry',
  'clawback',
  'adjustment',
] as const;

/** One ledger entry as people see it. `amountCredits` carries its sign: a debit is negative, a waiver 0. */
export const entryViewSchema = z.object({
  key: z.string(),
  kind: z.enum(ENTRY_KINDS),
  amountCredits: credits,
  balanceAfterCredits: credits,
  /** Source of a grant, reason of a waiver or refund, `charged` for a debit, else the kind. */
  reason: z.string(),
  ticketId: z.nullable(z.string()),
  /** R4: the problem that a debit, waiver or refund is about; several tickets may share it. */
  problemId: z.nullable(z.string()),
  actor: actorViewSchema,
  /** When it happened, and when it was written. */
  occurredAt: isoTime,
  recordedAt: isoTime,
  /** Of a grant, else null. */
  grant: z.nullable(grantViewSchema),
});

export type ActorView = z.infer<typeof actorViewSchema>;
export type GrantView = z.infer<typeof grantViewSchema>;
export type EntryView = z.infer<typeof entryViewSchema>;
