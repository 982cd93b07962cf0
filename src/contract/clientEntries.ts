import * as z from 'zod/mini';
import { ENTRY_KINDS, grantViewSchema } from './entryView';
import { GRANT_SUMS, MONEY_PROOFS } from './receipt';
import { credits, isoTime } from './scalars';

/**
 * An entry as its client reads it: the numbers and reasons that agents see, without who wrote it. `number` counts the
 * entries of the account; the ledger's own key stays here, for operators put words of their own into it.
 */
export const clientEntrySchema = z.object({
  number: z.int(),
  kind: z.enum(ENTRY_KINDS),
  amountCredits: credits,
  balanceAfterCredits: credits,
  /** As in `entryViewSchema`. */
  reason: z.string(),
  ticketId: z.nullable(z.string()),
  occurredAt: isoTime,
  /** Of a grant, else null. */
  grant: z.nullable(grantViewSchema),
});

/** A page of the own history, newest first; `before` is what to ask for next, null: there is nothing older. */
export const clientEntriesPageSchema = z.object({
  entries: z.array(clientEntrySchema),
  before: z.nullable(z.string()),
});

/** Why: what stands in the client's own bills, or that it was a defect or a duplicate. No notes, no tickets of others. */
export const clientProofSchema = z.discriminatedUnion('kind', [
  ...MONEY_PROOFS,
  z.object({ kind: z.literal('defect') }),
  z.object({ kind: z.literal('merged') }),
]);

const grantReceiptSchema = z.object({
  kind: z.literal('grant'),
  entry: clientEntrySchema,
  proof: z.nullable(clientProofSchema),
  ...GRANT_SUMS,
  uses: z.array(z.object({ entry: clientEntrySchema, amountCredits: credits })),
});

const movementReceiptSchema = z.object({
  kind: z.literal('movement'),
  entry: clientEntrySchema,
  proof: z.nullable(clientProofSchema),
  grants: z.array(
    z.object({ grant: grantViewSchema, amountCredits: credits, proof: z.nullable(clientProofSchema) }),
  ),
  owedCredits: credits,
  refund: z.nullable(clientEntrySchema),
  debit: z.nullable(clientEntrySchema),
});

/** The receipt of one entry of the own account. */
export const clientReceiptSchema = z.discriminatedUnion('kind', [grantReceiptSchema, movementReceiptSchema]);

export type ClientEntry = z.infer<typeof clientEntrySchema>;
export type ClientEntriesPage = z.infer<typeof clientEntriesPageSchema>;
export type ClientProof = z.infer<typeof clientProofSchema>;
export type ClientReceipt = z.infer<typeof clientReceiptSchema>;
