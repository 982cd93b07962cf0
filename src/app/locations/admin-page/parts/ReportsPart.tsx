import { readReport } from '../../../api/admin/readReport';
import { readReportSheet } from '../../../api/admin/readReportSheet';
import { Reports } from '../../../features/reports/Reports';
import type { ReportCalls } from '../../../features/reports/Reports';
import type { AdminOutside } from '../AdminOutside';

/** The reports with their calls. */
export function ReportsPart({ outside: { bridge } }: { outside: AdminOutside }) {
  const calls: ReportCalls = {
    readReport: (name, query) => readReport(bridge, name, query),
    readSheet: (name, query) => readReportSheet(bridge, name, query),
  };
  return <Reports calls={calls} />;
}
