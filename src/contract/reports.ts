import * as z from 'zod/mini';
import { credits, isoTime } from './scalars';

/** The longest time that one report can be about. */
export const MAX_REPORT_DAYS = 400;

/** The most rows of a report that is told apart by something else than days. */
export const MAX_REPORT_ROWS = 1_000;

/** Where the ages of outstanding credits begin, in days; a row of the report holds those up to the next one. */
export const OUTSTANDING_AGES_DAYS = [0, 30, 90, 180, 365] as const;

/** The reports that admins read, by their place in the path. */
export const REPORT_NAMES = ['movements', 'outstanding', 'wrong-lines', 'waits'] as const;

/** One of the closed list of reports. */
export type ReportName = (typeof REPORT_NAMES)[number];

/** A day of UTC. */
const day = z.iso.date();
const count = z.int().check(z.nonnegative());

const movements = {
  debits: count,
  waivers: count,
  refunds: count,
  debitedCredits: credits,
  refundedCredits: credits,
};

/** Debits, waivers and refunds, told apart by one thing. */
export const movementsReportSchema = z.object({
  report: z.literal('movements'),
  /** Null: the tickets do not say it, or the rules did it without an agent. */
  rows: z.array(z.object({ key: z.nullable(z.string()), ...movements })),
  totals: z.object(movements),
  /** There are more rows than are listed; the totals count them. */
  isCut: z.boolean(),
});

/** Credits that clients have not used yet. */
export const outstandingReportSchema = z.object({
  report: z.literal('outstanding'),
  rows: z.array(
    z.object({
      source: z.enum(['spend', 'pack', 'welcome', 'goodwill', 'adjustment']),
      isPaid: z.boolean(),
      /** Usable for so many days and longer, up to the next of the ages; null: not usable yet. */
      fromDays: z.nullable(count),
      credits,
    }),
  ),
  totalCredits: credits,
  /** What clients took beyond what they had. */
  owedCredits: credits,
  asOf: isoTime,
});

/** R6: tickets that turned out to be on the wrong line. */
export const wrongLinesReportSchema = z.object({
  report: z.literal('wrong-lines'),
  rows: z.array(z.object({ day, debits: count, wrongLines: count })),
  /** Who had handed them over, most first. */
  people: z.array(z.object({ personId: z.string(), wrongLines: count })),
  totals: z.object({ debits: count, wrongLines: count }),
});

/** How long after the submit tickets were debited. */
export const waitsReportSchema = z.object({
  report: z.literal('waits'),
  /** Below so many seconds and not below the row before it; null: later. */
  rows: z.array(z.object({ belowSeconds: z.nullable(count), debits: count })),
  /** Of tickets that client care handed over, or of which the time of the submit was not kept yet. */
  unknownDebits: count,
});

/** Any report. */
export const reportSchema = z.discriminatedUnion('report', [
  movementsReportSchema,
  outstandingReportSchema,
  wrongLinesReportSchema,
  waitsReportSchema,
]);

export type Report = z.infer<typeof reportSchema>;
