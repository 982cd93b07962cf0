import type { ReportQuery } from '../../../../contract/paths';
import { MAX_REPORT_ROWS } from '../../../../contract/reports';
import type { Report } from '../../../../contract/reports';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';
import { listDays } from './listDays';
import type { ReportPicture } from './ReportPicture';
import { toRowName } from './toRowName';
import type { Names } from './toRowName';

type Movements = Extract<Report, { report: 'movements' }>;

/** What is drawn: how often; the credits stand in the table. */
const DRAWN = ['debits', 'waivers', 'refunds'] as const;
const SHOWN = [...DRAWN, 'debitedCredits', 'refundedCredits'] as const;

/** Debits, waivers and refunds, by what they are told apart by. */
export function toMovementsPicture(
  { rows, totals, isCut }: Movements,
  { from, to, by = 'day' }: ReportQuery,
  names: Names,
  speech: AdminSpeech,
): ReportPicture {
  const { t, format } = speech;
  const known = new Map(rows.map((row) => [row.key, row]));
  // Lines need every day, also those on which nothing happened.
  const keys = by === 'day' ? listDays(from, to) : rows.map(({ key }) => key);
  const toName = (key: string | null) => toRowName(key, by, names, speech);
  return {
    figures: SHOWN.map((name) => ({
      label: t(`reports.movements.${name}`),
      value: format.credits(totals[name]),
    })),
    caption: t(`reports.caption.${by}`, { from: format.utcDay(from), to: format.utcDay(to) }),
    columns: [t(`reports.by.${by}`), ...SHOWN.map((name) => t(`reports.movements.${name}`))],
    rows: rows.map((row) => ({
      key: row.key ?? '',
      cells: [toName(row.key), ...SHOWN.map((name) => format.credits(row[name]))],
    })),
    notes: [
      ...(by === 'day' ? [t('reports.days_left_out')] : []),
      ...(isCut ? [t('reports.cut', { count: format.credits(MAX_REPORT_ROWS) })] : []),
    ],
    chart: {
      shape: by === 'day' ? 'lines' : 'bars',
      labels: keys.map(toName),
      series: DRAWN.map((name) => ({
        name: t(`reports.movements.${name}`),
        values: keys.map((key) => known.get(key)?.[name] ?? 0),
      })),
    },
  };
}
