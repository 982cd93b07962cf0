import type { ReportRange } from '../../../use-cases/ports/reports';

/** The counts of a range: $1 first day, $2 last day, $3 product or null for all. To be told apart by one facet (migration 0033). */
export const IN_RANGE = `
  from support_credits.counted_entries
 where day between $1::date and $2::date and ($3::text is null or product = $3)`;

/** The parameters of {@link IN_RANGE}. */
export function toRangeParameters({ from, to, product }: ReportRange): (string | null)[] {
  return [from, to, product ?? null];
}
