import { useState } from 'react';
import type { ReportQuery } from '../../../contract/paths';
import type { Report, ReportName } from '../../../contract/reports';
import { ReadingView } from '../../shared/reading/ReadingView';
import { useReading } from '../../shared/reading/useReading';
import { ReportFilterBar } from './ReportFilterBar';
import { ReportView } from './ReportView';
import { SheetFile } from './SheetFile';
import { ALL_PRODUCTS, toReportQuery } from './toReportQuery';
import type { ReportFilters } from './toReportQuery';

/** What reports are read with; both reject with BridgeError. */
export type ReportCalls = {
  readReport: (name: ReportName, query: ReportQuery) => Promise<Report>;
  /** The same rows as CSV. */
  readSheet: (name: ReportName, query: ReportQuery) => Promise<string>;
};

const AT_FIRST: ReportFilters = {
  name: 'movements',
  range: '30',
  from: '',
  to: '',
  product: ALL_PRODUCTS,
  by: 'day',
};

/** What the ledger as a whole says: chosen above, drawn, and told in figures and a table below. */
export function Reports({ calls }: { calls: ReportCalls }) {
  const [filters, setFilters] = useState(AT_FIRST);
  // Days of a report are those of UTC. A page that stands open past midnight goes on with its day.
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { name } = filters;
  const asked = toReportQuery(filters, today);
  const { from, to, product = ALL_PRODUCTS, by = '' } = asked.ok ? asked.query : filters;
  const reading = useReading(asked.ok ? ['report', name, from, to, product, by] : null, async () => {
    if (!asked.ok) throw new Error('Nothing is asked without a range.');
    // While another report is read, this one still stands: with what it was asked with.
    return { name, query: asked.query, report: await calls.readReport(name, asked.query) };
  });
  return (
    <>
      <ReportFilterBar
        filters={filters}
        problem={asked.ok ? undefined : asked.problem}
        onChange={(changes) => setFilters({ ...filters, ...changes })}
      />
      <div style={{ marginTop: 20 }}>
        <ReadingView reading={reading}>
          {(shown) => (
            <>
              <ReportView report={shown.report} query={shown.query} />
              <SheetFile
                fileName={toFileName(shown.name, shown.query)}
                readSheet={() => calls.readSheet(shown.name, shown.query)}
              />
            </>
          )}
        </ReadingView>
      </div>
    </>
  );
}

/** As the bridge calls it. */
function toFileName(name: ReportName, { by = 'day', from, to }: ReportQuery): string {
  return `support-credits-${name}-${by}-${from}-${to}.csv`;
}
