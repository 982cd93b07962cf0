import * as z from 'zod/mini';
import { credits, isoTime } from './scalars';

/** What admins page through. */
export const WORK_PAGE_KINDS = [
  /** Waits for credits, or to know whose client the requester is (R12). */
  'held',
  /** Waits for billing (R13). */
  'pending',
  /** Held, and somebody has to write at the requester which account of billing it is. */
  'link_to_make',
  /** Of technical support, and neither charged, waiting nor returned. */
  'unexplained',
  /** What an agent asked for last on the ticket was refused in the last two weeks. */
  'refused_command',
  /** The client's account is at or below a threshold of the policy since the debit of this ticket. */
  'low_account',
  // The rest also stands in the log; what each is says `use-cases/ports/workList.ts`.
  'defect_still_charged',
  'defect_left_after_refund',
  'closed_unlike_ledger',
  'cut_off',
] as const;

/** One of the closed list of kinds. */
export type WorkPageKind = (typeof WORK_PAGE_KINDS)[number];

/** The most items of one page. */
export const MAX_WORK_ITEMS = 100;

const kind = z.enum(WORK_PAGE_KINDS);
const count = z.int().check(z.nonnegative());

/** How much there is of each kind. */
export const workCountsSchema = z.object({ counts: z.array(z.object({ kind, count })) });

export type WorkCounts = z.infer<typeof workCountsSchema>;

/** A page of one kind, oldest first; each item leads to a ticket. */
export const workPageSchema = z.object({
  kind,
  /** In all, not only on this page. */
  count,
  items: z.array(
    z.object({
      ticketId: z.string(),
      since: isoTime,
      /** Of the ticket's state, or of the refusal; null where there is none. */
      reason: z.nullable(z.string()),
      billingAccountId: z.nullable(z.string()),
      requesterId: z.nullable(z.string()),
      /** Of `refused_command`: what was asked for. */
      action: z.nullable(z.string()),
      /** Of `low_account`: what is left. */
      credits: z.nullable(credits),
    }),
  ),
  /** What `after` is to be for the page behind this one; null: this is the last one. */
  next: z.nullable(z.string()),
});

export type WorkPageView = z.infer<typeof workPageSchema>;
