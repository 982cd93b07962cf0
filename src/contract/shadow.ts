import * as z from 'zod/mini';
import { VERDICTS } from '../domain/shadow/compareWithStaff';
import { CREDIT_STATES } from '../domain/tickets/creditState';
import { isoTime } from './scalars';

/** The most tickets of one page, and of one sheet: for each hundred Zendesk is asked once. */
export const MAX_SHADOW_TICKETS = 100;
export const MAX_SHADOW_SHEET_TICKETS = 1_000;

const count = z.int().check(z.nonnegative());

/** A ticket that shadow mode decided, and how staff dealt with it. */
const ticket = z.object({
  ticketId: z.string(),
  decidedAt: isoTime,
  billingAccountId: z.nullable(z.string()),
  line: z.nullable(z.string()),
  creditState: z.enum(CREDIT_STATES),
  reason: z.string(),
  /** What stands in the field where staff note it; null: nothing, or it is not known. */
  staffValue: z.nullable(z.string()),
  /** Null: not known, or not yet decided. */
  isTakenByStaff: z.nullable(z.boolean()),
  verdict: z.enum(VERDICTS),
  /** How many incidents billing itself counts for the client now; null: not asked, or not known. */
  nativeCount: z.nullable(count),
});

export type ShadowTicket = z.infer<typeof ticket>;

/** What shadow mode would have done against what staff did, page by page; a live bridge has nothing to tell. */
export const shadowPageSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('live'), next: z.null() }),
  z.object({
    mode: z.literal('shadow'),
    /** Only tickets that were decided at this time or later. */
    since: isoTime,
    /** False: no field is configured in which staff note what they did, so nothing can be held against it. */
    isStaffKnown: z.boolean(),
    /** Whether billing is asked for its own count of incidents. */
    isCounted: z.boolean(),
    tickets: z.array(ticket),
    /** How often each verdict stands on this page. */
    totals: z.object({ alike: count, only_shadow: count, only_staff: count, open: count }),
    /** What `after` is to be for the page behind this one; null: this is the last one. */
    next: z.nullable(z.string()),
  }),
]);

export type ShadowPage = z.infer<typeof shadowPageSchema>;
