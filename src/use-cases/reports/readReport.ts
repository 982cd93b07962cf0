import type { Report, ReportName } from '../../contract/reports';
import { MAX_REPORT_ROWS, OUTSTANDING_AGES_DAYS } from '../../contract/reports';
import { unreachable } from '../../domain/result';
import type { Clock } from '../ports/clock';
import type { MovementKey, ReportRange, Reports, WrongLineRow } from '../ports/reports';

/** What reading a report needs. */
export type ReadReportDeps = { reports: Reports; clock: Clock };

/** Which report, over which time; `by` is only for movements, and what is outstanding has no range. */
export type ReportRequest = { name: ReportName; range: ReportRange; by: MovementKey };

/** What admins are shown of the ledger as a whole, exact as of now. Fails with `AdapterError`. */
export async function readReport(
  { reports, clock }: ReadReportDeps,
  { name, range, by }: ReportRequest,
): Promise<Report> {
  switch (name) {
    case 'movements': {
      const { rows, totals } = await reports.readMovements(range, by, MAX_REPORT_ROWS + 1);
      return {
        report: name,
        rows: rows.slice(0, MAX_REPORT_ROWS),
        totals,
        isCut: rows.length > MAX_REPORT_ROWS,
      };
    }
    case 'outstanding': {
      const asOf = clock.now().toISOString();
      const { rows, owedCredits } = await reports.readOutstanding(asOf.slice(0, 10), OUTSTANDING_AGES_DAYS);
      const totalCredits = rows.reduce((sum, row) => sum + row.credits, 0);
      return { report: name, rows, totalCredits, owedCredits, asOf };
    }
    case 'wrong-lines': {
      const { days, people } = await reports.readWrongLines(range, MAX_REPORT_ROWS);
      const totals = { debits: sumOf(days, 'debits'), wrongLines: sumOf(days, 'wrongLines') };
      return { report: name, rows: days, people, totals };
    }
    case 'waits':
      return { report: name, ...(await reports.readWaits(range)) };
    default:
      return unreachable(name);
  }
}

function sumOf(rows: readonly WrongLineRow[], name: 'debits' | 'wrongLines'): number {
  return rows.reduce((sum, row) => sum + row[name], 0);
}
