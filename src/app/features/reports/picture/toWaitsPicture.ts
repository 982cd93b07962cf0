import type { ReportQuery } from '../../../../contract/paths';
import type { Report } from '../../../../contract/reports';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';
import type { ReportPicture } from './ReportPicture';

type Waits = Extract<Report, { report: 'waits' }>;

/** How long after the submit tickets were debited. */
export function toWaitsPicture(
  { rows, unknownDebits }: Waits,
  { from, to }: ReportQuery,
  speech: AdminSpeech,
): ReportPicture {
  const { t, format } = speech;
  const known = rows.reduce((sum, { debits }) => sum + debits, 0);
  const classes = rows.map((row, index) => ({
    ...row,
    name: toClass(row.belowSeconds, rows[index - 1]?.belowSeconds ?? null, speech),
  }));
  const toShare = (debits: number) => (known === 0 ? '—' : format.percent(debits / known));
  const [fastest] = classes;
  return {
    figures: [
      ...(fastest ? [{ label: fastest.name, value: toShare(fastest.debits) }] : []),
      { label: t('reports.movements.debits'), value: format.credits(known) },
      { label: t('reports.waits.unknown'), value: format.credits(unknownDebits) },
    ],
    caption: t('reports.caption.waits', { from: format.utcDay(from), to: format.utcDay(to) }),
    columns: [t('reports.waits.time'), t('reports.movements.debits'), t('reports.waits.share')],
    rows:
      known === 0
        ? []
        : classes.map(({ name, debits }) => ({
            key: name,
            cells: [name, format.credits(debits), toShare(debits)],
          })),
    notes: [t('reports.waits.note')],
    chart: {
      shape: 'bars',
      labels: classes.map(({ name }) => name),
      series: [{ name: t('reports.movements.debits'), values: classes.map(({ debits }) => debits) }],
    },
  };
}

function toClass(below: number | null, from: number | null, { t, format }: AdminSpeech): string {
  if (below === null) return t('reports.waits.later', { from: format.duration(from ?? 0) });
  if (from === null) return t('reports.waits.below', { below: format.duration(below) });
  return t('reports.waits.between', { from: format.duration(from), below: format.duration(below) });
}
