import type { ReportQuery } from '../../../../contract/paths';
import type { Report } from '../../../../contract/reports';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';
import type { ReportPicture } from './ReportPicture';
import { toMovementsPicture } from './toMovementsPicture';
import { toOutstandingPicture } from './toOutstandingPicture';
import type { Names } from './toRowName';
import { toWaitsPicture } from './toWaitsPicture';
import { toWrongLinesPicture } from './toWrongLinesPicture';

/** A report as it is shown; `query` is what it was asked with. */
export function toReportPicture(
  report: Report,
  query: ReportQuery,
  names: Names,
  speech: AdminSpeech,
): ReportPicture {
  switch (report.report) {
    case 'movements':
      return toMovementsPicture(report, query, names, speech);
    case 'outstanding':
      return toOutstandingPicture(report, speech);
    case 'wrong-lines':
      return toWrongLinesPicture(report, query, names, speech);
    case 'waits':
      return toWaitsPicture(report, query, speech);
  }
}

/** The people whose names a report needs. */
export function listReportPeople(report: Report, { by }: ReportQuery): string[] {
  if (by !== 'agent') return [];
  if (report.report === 'movements') return report.rows.flatMap(({ key }) => key ?? []);
  return report.report === 'wrong-lines' ? report.people.map(({ personId }) => personId) : [];
}
