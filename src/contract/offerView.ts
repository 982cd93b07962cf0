import * as z from 'zod/mini';
import { cents, credits, isoTime } from './scalars';

/** What an account has and had, whole credits. */
export const balanceViewSchema = z.object({
  availableCredits: credits,
  earnedCredits: credits,
  boughtCredits: credits,
  usedCredits: credits,
  returnedCredits: credits,
});

/** R7: what was spent on products, and what is missing to the next free credit. Cents of EUR. */
export const spendViewSchema = z.object({
  spendCents: cents,
  centsToNextCredit: cents,
  centsPerCredit: cents,
});

/** R9: packs as sold, cheapest first. */
export const packsViewSchema = z.array(z.object({ credits: z.int(), priceCents: cents, savesCents: cents }));

/** Client care: whether it is open now, when that changes next (null: never), and the time zone of its hours (IANA). */
export const careViewSchema = z.object({
  isOpen: z.boolean(),
  changesAt: z.nullable(isoTime),
  timeZone: z.string(),
});
