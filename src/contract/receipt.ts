import * as z from 'zod/mini';
import { RETURN_REASONS } from '../domain/accounts/payment';
import { entryViewSchema, grantViewSchema } from './entryView';
import { cents, credits, isoTime } from './scalars';

const returned = {
  /** By how many cents of EUR payments that went back lower the spend. */
  loweredCents: cents,
  returnedPayments: z.array(z.object({ paymentId: z.string(), why: z.enum(RETURN_REASONS) })),
};

/** Proofs that rest on the client's own account in billing. What was not recorded is null or empty. */
export const MONEY_PROOFS = [
  /** An earned credit: the spend that it needed, what there was, and what was left over towards the next one. */
  z.object({
    kind: z.literal('spend'),
    thresholdCents: cents,
    spendCents: cents,
    remainderCents: z.nullable(cents),
    /** The expenses in billing that carried it. */
    expenseIds: z.array(z.string()),
    /** For expenses in another currency: EUR for one unit of it, a decimal text, and the first day of that rate. */
    rates: z.array(
      z.object({ expenseId: z.string(), currency: z.string(), rate: z.string(), from: z.string() }),
    ),
    ...returned,
  }),
  z.object({
    kind: z.literal('pack'),
    billingItemId: z.string(),
    pricelistId: z.string(),
    boughtAt: z.nullable(isoTime),
  }),
  /** An earned credit that was taken back: the spend that it needs, and what there still was. */
  z.object({ kind: z.literal('fallen_spend'), thresholdCents: cents, spendCents: cents, ...returned }),
] as const;

/** Why an entry was written, in facts that can be looked up again. */
export const proofViewSchema = z.discriminatedUnion('kind', [
  ...MONEY_PROOFS,
  /** What an operator wrote; text, never markup. */
  z.object({ kind: z.literal('written'), text: z.string() }),
  z.object({ kind: z.literal('defect'), ticketId: z.string() }),
  z.object({ kind: z.literal('merged'), ticketId: z.string() }),
  /** Who brought the ticket to technical support. */
  z.object({ kind: z.literal('handed_over'), userId: z.string() }),
]);

/** The most uses of one grant that a receipt lists; its sums count all. */
export const MAX_USES = 100;

/** Where the credits of a grant went. */
export const GRANT_SUMS = {
  /** Granted = used − returned + expired + clawed back + adjusted + remaining. What it repaid of debts counts as used. */
  usedCredits: credits,
  returnedCredits: credits,
  expiredCredits: credits,
  clawedBackCredits: credits,
  adjustedCredits: credits,
  remainingCredits: credits,
};

/** The receipt of a grant: why it was given and where its credits went. */
const grantReceiptSchema = z.object({
  kind: z.literal('grant'),
  entry: entryViewSchema,
  proof: z.nullable(proofViewSchema),
  ...GRANT_SUMS,
  /** Who took from it, or gave back to it, newest first, at most `MAX_USES`; `amountCredits` is below 0 for taking. */
  uses: z.array(z.object({ entry: entryViewSchema, amountCredits: credits })),
});

/** The receipt of anything that took credits, gave them back, or was waived. */
const movementReceiptSchema = z.object({
  kind: z.literal('movement'),
  entry: entryViewSchema,
  proof: z.nullable(proofViewSchema),
  /** The grants that it took from or gave back to, in the order in which they were granted. */
  grants: z.array(
    z.object({
      key: z.string(),
      grant: grantViewSchema,
      grantedCredits: credits,
      /** How many credits of it; below 0 for taking. */
      amountCredits: credits,
      proof: z.nullable(proofViewSchema),
    }),
  ),
  /** What it took without a grant to take it from and no later grant has repaid yet. */
  owedCredits: credits,
  /** Of a debit, the refund that gave it back; null: it stands. */
  refund: z.nullable(entryViewSchema),
  /** Of a refund, the debit that it gave back. */
  debit: z.nullable(entryViewSchema),
});

/** Everything about one entry: which payment earned the credit, which ticket took it, what came back. */
export const receiptSchema = z.discriminatedUnion('kind', [grantReceiptSchema, movementReceiptSchema]);

export type ProofView = z.infer<typeof proofViewSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
