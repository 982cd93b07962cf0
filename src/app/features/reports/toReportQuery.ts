import type { ReportQuery } from '../../../contract/paths';
import { MAX_REPORT_DAYS } from '../../../contract/reports';
import type { ReportName } from '../../../contract/reports';
import type { Breakdown } from './picture/toRowName';

/** Time ranges to choose from, in days up to today; `own`: two days that are given. */
export const RANGES = ['7', '30', '90', '365', 'own'] as const;

/** Stands for all products in the filter; nothing is called so, since a product is never a sign. */
export const ALL_PRODUCTS = '*';

/** What each report can be told apart by; nothing: it has one shape. */
export const BREAKDOWNS: Record<ReportName, readonly Breakdown[]> = {
  movements: ['day', 'product', 'topic', 'reason', 'agent'],
  outstanding: [],
  'wrong-lines': ['day', 'agent'],
  waits: [],
};

/** What is chosen above a report. */
export type ReportFilters = {
  name: ReportName;
  range: (typeof RANGES)[number];
  /** Days of UTC, or empty; they count only where the range is `own`. */
  from: string;
  to: string;
  /** '' is tickets that say none. */
  product: string;
  by: Breakdown;
};

/** Why own days are no range. */
export type RangeProblem = 'missing' | 'order' | 'too_long';

const DAY_MS = 86_400_000;

/** What the bridge is asked with; `today` is a day of UTC, the last one of a range of days. */
export function toReportQuery(
  { name, range, from, to, product, by }: ReportFilters,
  today: string,
): { ok: true; query: ReportQuery } | { ok: false; problem: RangeProblem } {
  // What is outstanding is as of now, whatever the days.
  if (name === 'outstanding') return { ok: true, query: { from: today, to: today } };
  const days = range === 'own' ? { from, to } : { from: goBack(today, Number(range) - 1), to: today };
  const problem = findProblem(days);
  if (problem !== undefined) return { ok: false, problem };
  return {
    ok: true,
    query: {
      ...days,
      ...(product !== ALL_PRODUCTS && { product }),
      ...(BREAKDOWNS[name].includes(by) && { by }),
    },
  };
}

function findProblem({ from, to }: { from: string; to: string }): RangeProblem | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (Number.isNaN(days)) return 'missing';
  if (days < 1) return 'order';
  return days > MAX_REPORT_DAYS ? 'too_long' : undefined;
}

function goBack(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
