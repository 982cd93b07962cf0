import type { ReportQuery } from '../../../../contract/paths';
import type { Report } from '../../../../contract/reports';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';
import { listDays } from './listDays';
import type { ReportPicture } from './ReportPicture';
import { toPersonName } from './toRowName';
import type { Names } from './toRowName';

type WrongLines = Extract<Report, { report: 'wrong-lines' }>;
type Table = Pick<ReportPicture, 'columns' | 'rows' | 'chart' | 'notes'>;

/** How many debits went back because the ticket was on the wrong line (R6): by day, or by who had handed them over. */
export function toWrongLinesPicture(
  report: WrongLines,
  query: ReportQuery,
  names: Names,
  speech: AdminSpeech,
): ReportPicture {
  const { t, format } = speech;
  const { debits, wrongLines } = report.totals;
  const range = { from: format.utcDay(query.from), to: format.utcDay(query.to) };
  const isByPerson = query.by === 'agent';
  return {
    figures: [
      { label: t('reports.wrong_lines.rate'), value: toRate(wrongLines, debits, speech) },
      { label: t('reports.wrong_lines.wrong_lines'), value: format.credits(wrongLines) },
      { label: t('reports.movements.debits'), value: format.credits(debits) },
    ],
    caption: isByPerson
      ? t('reports.caption.wrong_lines_agent', range)
      : t('reports.caption.wrong_lines_day', range),
    ...(isByPerson ? toPeople(report, names, speech) : toDays(report, query, speech)),
  };
}

function toDays({ rows }: WrongLines, { from, to }: ReportQuery, speech: AdminSpeech): Table {
  const { t, format } = speech;
  const known = new Map(rows.map((row) => [row.day, row]));
  const days = listDays(from, to);
  return {
    columns: [
      t('reports.by.day'),
      t('reports.movements.debits'),
      t('reports.wrong_lines.wrong_lines'),
      t('reports.wrong_lines.rate'),
    ],
    rows: rows.map(({ day, debits, wrongLines }) => ({
      key: day,
      cells: [
        format.utcDay(day),
        format.credits(debits),
        format.credits(wrongLines),
        toRate(wrongLines, debits, speech),
      ],
    })),
    notes: [t('reports.days_left_out')],
    chart: {
      shape: 'lines',
      labels: days.map(format.utcDay),
      series: (['debits', 'wrongLines'] as const).map((name) => ({
        name: name === 'debits' ? t('reports.movements.debits') : t('reports.wrong_lines.wrong_lines'),
        values: days.map((day) => known.get(day)?.[name] ?? 0),
      })),
    },
  };
}

function toPeople({ people }: WrongLines, names: Names, { t, format }: AdminSpeech): Table {
  const named = people.map((person) => ({ ...person, name: toPersonName(person.personId, names, t) }));
  const column = t('reports.wrong_lines.wrong_lines');
  return {
    columns: [t('reports.by.agent'), column],
    rows: named.map(({ personId, name, wrongLines }) => ({
      key: personId,
      cells: [name, format.credits(wrongLines)],
    })),
    notes: [],
    chart: {
      shape: 'bars',
      labels: named.map(({ name }) => name),
      series: [{ name: column, values: named.map(({ wrongLines }) => wrongLines) }],
    },
  };
}

/** Where nothing was debited there is no rate. */
function toRate(wrongLines: number, debits: number, { format }: AdminSpeech): string {
  return debits === 0 ? '—' : format.percent(wrongLines / debits);
}
