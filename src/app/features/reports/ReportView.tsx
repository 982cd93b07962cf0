import { Skeleton } from '@zendeskgarden/react-loaders';
import type { ReportQuery } from '../../../contract/paths';
import type { Report } from '../../../contract/reports';
import { ErrorBoundary } from '../../shared/error-boundary/ErrorBoundary';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { lazyPart } from '../../shared/lazy-part/lazyPart';
import { useNames } from '../../shared/people/useNames';
import type { ReportChartData } from './picture/ReportPicture';
import { listReportPeople, toReportPicture } from './picture/toReportPicture';
import { ReportFigures } from './ReportFigures';
import { ReportTable } from './ReportTable';

type ReportViewProps = { report: Report; query: ReportQuery };

const ReportChart = lazyPart<{ chart: ReportChartData }>(
  async () => (await import(/* webpackChunkName: "admin-chart" */ './chart/ReportChart')).ReportChart,
  <Skeleton height="280px" />,
);

/** A report: what sums it up, the picture, and the same numbers as a table. Without the picture nothing is missing. */
export function ReportView({ report, query }: ReportViewProps) {
  const speech = useAdminI18n();
  const { t } = speech;
  const names = useNames(listReportPeople(report, query));
  const picture = toReportPicture(report, query, names, speech);
  return (
    <>
      <ReportFigures figures={picture.figures} />
      {picture.rows.length === 0 ? (
        <p>{t('reports.empty')}</p>
      ) : (
        <>
          <ErrorBoundary
            fallback={(again) => (
              <p>
                {t('reports.no_chart')} <SmallButton onClick={again}>{t('failure.retry')}</SmallButton>
              </p>
            )}
          >
            <ReportChart chart={picture.chart} />
          </ErrorBoundary>
          <ReportTable picture={picture} />
          {picture.notes.map((note) => (
            <SubtleText key={note}>{note}</SubtleText>
          ))}
        </>
      )}
    </>
  );
}
