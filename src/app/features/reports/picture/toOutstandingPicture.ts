import { OUTSTANDING_AGES_DAYS } from '../../../../contract/reports';
import type { Report } from '../../../../contract/reports';
import { GRANT_SOURCES } from '../../../../domain/credits/grant';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';
import type { ReportPicture } from './ReportPicture';

type Outstanding = Extract<Report, { report: 'outstanding' }>;

const AGES = [null, ...OUTSTANDING_AGES_DAYS];

/** What clients have not used yet, by where it came from and for how long they could have used it. */
export function toOutstandingPicture(report: Outstanding, speech: AdminSpeech): ReportPicture {
  const { t, format } = speech;
  const { rows, totalCredits, owedCredits, asOf } = report;
  const sources = GRANT_SOURCES.filter((source) => rows.some((row) => row.source === source));
  const countOf = (source: string, age: number | null) =>
    rows
      .filter((row) => row.source === source && row.fromDays === age)
      .reduce((sum, { credits }) => sum + credits, 0);
  const toSource = (source: (typeof GRANT_SOURCES)[number]) => format.sentence(t(`source.${source}`));
  return {
    figures: [
      { label: t('reports.outstanding.total'), value: format.credits(totalCredits) },
      { label: t('reports.outstanding.owed'), value: format.credits(owedCredits) },
    ],
    caption: t('reports.caption.outstanding', { when: format.dayAndTime(asOf) }),
    columns: [
      t('reports.outstanding.source'),
      t('reports.outstanding.kind'),
      t('reports.outstanding.age'),
      t('reports.outstanding.credits'),
    ],
    rows: rows.map(({ source, isPaid, fromDays, credits }) => ({
      key: `${source} ${isPaid} ${fromDays}`,
      cells: [
        toSource(source),
        isPaid ? t('reports.outstanding.paid') : t('reports.outstanding.free'),
        toAge(fromDays, t),
        format.credits(credits),
      ],
    })),
    notes: [t('reports.outstanding.note')],
    chart: {
      shape: 'stacked_bars',
      labels: AGES.map((age) => toAge(age, t)),
      series: sources.map((source) => ({
        name: toSource(source),
        values: AGES.map((age) => countOf(source, age)),
      })),
    },
  };
}

function toAge(fromDays: number | null, t: AdminSpeech['t']): string {
  if (fromDays === null) return t('reports.age.not_yet');
  const below = OUTSTANDING_AGES_DAYS.find((days) => days > fromDays);
  if (below === undefined) return t('reports.age.from', { from: fromDays });
  return t('reports.age.between', { from: fromDays, to: below - 1 });
}
