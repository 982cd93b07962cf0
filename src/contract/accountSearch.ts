import * as z from 'zod/mini';
import { credits } from './scalars';

/**
 * What is looked for: an account by its number, or all accounts that have a user of an e-mail (exact, in any case). It
 * travels in a body: an address has no place in a URL, which is logged on the way.
 */
export const accountSearchSchema = z.object({ text: z.string().check(z.trim(), z.maxLength(254)) });

/** The most accounts that are listed. */
export const MAX_CANDIDATES = 10;

/** Accounts in billing for an agent to choose from. */
export const accountCandidatesSchema = z.object({
  candidates: z.array(
    z.object({
      billingAccountId: z.string(),
      accountName: z.string(),
      isPartner: z.boolean(),
      /** Null: the account was never read here, so what it has earned and bought is not known yet. */
      availableCredits: z.nullable(credits),
    }),
  ),
  /** There are more than are listed: an e-mail of so many accounts is no way to tell them apart. */
  hasMore: z.boolean(),
});

export type AccountCandidates = z.infer<typeof accountCandidatesSchema>;
