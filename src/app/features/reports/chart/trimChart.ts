import type { ReportChartData } from '../picture/ReportPicture';

/** More names than these are not looked at but read, in the table. */
const MAX_BARS = 15;

const LINES_PX = 280;
const LEGEND_PX = 70;
const BAR_PX = 14;

/** Lines whole, bars the first few: rows stand with the most first. */
export function trimChart(chart: ReportChartData): ReportChartData {
  if (chart.shape === 'lines') return chart;
  return {
    ...chart,
    labels: chart.labels.slice(0, MAX_BARS),
    series: chart.series.map(({ name, values }) => ({ name, values: values.slice(0, MAX_BARS) })),
  };
}

/** So tall that every bar can be told from the next. */
export function toChartHeight({ shape, labels, series }: ReportChartData): number {
  if (shape === 'lines') return LINES_PX;
  const barsEach = shape === 'stacked_bars' ? 1 : series.length;
  return LEGEND_PX + labels.length * (BAR_PX * barsEach + 16);
}
