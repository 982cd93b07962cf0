import type { Report } from '../../../../contract/reports';
import { unreachable } from '../../../../domain/result';
import type { MovementKey } from '../../../../use-cases/ports/reports';
import { toSheetLine } from '../../../toSheetLine';

type Cell = string | number | boolean | null;

/** The rows of a report as lines of CSV with a head. Of wrong lines, `by` `agent` gives the people instead of the days. */
export function* toReportSheet(report: Report, by: MovementKey): Generator<string> {
  const { head, rows } = toTable(report, by);
  yield toSheetLine(head);
  for (const row of rows) yield toSheetLine(row);
}

function toTable(report: Report, by: MovementKey): { head: string[]; rows: Cell[][] } {
  switch (report.report) {
    case 'movements':
      return toRows(
        report.rows.map(({ key, ...movements }) => ({ [by]: key, ...movements })),
        [by, 'debits', 'waivers', 'refunds', 'debitedCredits', 'refundedCredits'],
      );
    case 'outstanding':
      return toRows(report.rows, ['source', 'isPaid', 'fromDays', 'credits']);
    case 'wrong-lines':
      return by === 'agent'
        ? toRows(report.people, ['personId', 'wrongLines'])
        : toRows(report.rows, ['day', 'debits', 'wrongLines']);
    case 'waits':
      return toRows(report.rows, ['belowSeconds', 'debits']);
    default:
      return unreachable(report);
  }
}

function toRows(rows: readonly Record<string, Cell>[], head: string[]): { head: string[]; rows: Cell[][] } {
  return { head, rows: rows.map((row) => head.map((name) => row[name] ?? null)) };
}
