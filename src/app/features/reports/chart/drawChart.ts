import { getColor } from '@zendeskgarden/react-theming';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartDataset, ChartOptions } from 'chart.js';
import type { DefaultTheme } from 'styled-components';
import type { ReportChartData } from '../picture/ReportPicture';
import { toColors, toDash, toFill, toPoint } from './seriesLooks';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

type ChartLooks = {
  theme: DefaultTheme;
  /** A number as the reader's language writes it. */
  toText: (value: number) => string;
};

/** Days that still get a point each. */
const MAX_POINTS = 45;

/** Draws a report; destroying what is answered lets the canvas go. Nothing moves, so nobody has to ask for that. */
export function drawChart(
  context: CanvasRenderingContext2D,
  chart: ReportChartData,
  { theme, toText }: ChartLooks,
): { destroy(): void } {
  const isLines = chart.shape === 'lines';
  const colors = toColors(theme);
  const data = { labels: chart.labels };
  if (isLines) {
    const hasPoints = chart.labels.length <= MAX_POINTS;
    const datasets = chart.series.map((series, index) => toLine(series, index, colors, hasPoints));
    return new Chart(context, {
      type: 'line',
      data: { ...data, datasets },
      options: toOptions(chart, theme, toText) as ChartOptions<'line'>,
    });
  }
  const datasets = chart.series.map((series, index) => toBars(context, series, index, colors));
  return new Chart(context, {
    type: 'bar',
    data: { ...data, datasets },
    options: toOptions(chart, theme, toText) as ChartOptions<'bar'>,
  });
}

type Series = ReportChartData['series'][number];

function toLine(
  { name, values }: Series,
  index: number,
  colors: string[],
  hasPoints: boolean,
): ChartDataset<'line', number[]> {
  const color = colors[index % colors.length] ?? '';
  return {
    label: name,
    data: values,
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2,
    borderDash: toDash(index),
    pointStyle: toPoint(index),
    pointRadius: hasPoints ? 3 : 0,
  };
}

function toBars(
  context: CanvasRenderingContext2D,
  { name, values }: Series,
  index: number,
  colors: string[],
): ChartDataset<'bar', number[]> {
  const color = colors[index % colors.length] ?? '';
  return {
    label: name,
    data: values,
    backgroundColor: toFill(context, index, color),
    borderColor: color,
    borderWidth: 1,
    barPercentage: 0.9,
    categoryPercentage: 0.8,
  };
}

function toOptions(
  { shape, series }: ReportChartData,
  theme: DefaultTheme,
  toText: (value: number) => string,
): ChartOptions<'line' | 'bar'> {
  const ink = getColor({ theme, variable: 'foreground.default' });
  const grid = getColor({ theme, variable: 'border.subtle' });
  const font = { family: theme.fonts.system, size: 12 };
  const isLines = shape === 'lines';
  const isStacked = shape === 'stacked_bars';
  const numbers = {
    stacked: isStacked,
    beginAtZero: true,
    grid: { color: grid },
    // Half a credit is none.
    ticks: {
      color: ink,
      font,
      precision: 0,
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (value: number | string) => toText(Number(value)),
    },
  };
  const names = {
    stacked: isStacked,
    grid: { display: false },
    ticks: {
      color: ink,
      font,
      maxRotation: 0,
      autoSkip: isLines,
      autoSkipPadding: 16,
      ...(!isLines && { callback: toShortName }),
    },
  };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: isLines ? 'x' : 'y',
    interaction: { mode: 'index', axis: isLines ? 'x' : 'y', intersect: false },
    scales: isLines ? { x: names, y: numbers } : { x: numbers, y: names },
    plugins: {
      legend: {
        display: series.length > 1,
        align: 'start',
        labels: {
          color: ink,
          font,
          boxHeight: isLines ? 7 : 12,
          boxWidth: 28,
          padding: 16,
          usePointStyle: isLines,
        },
      },
      tooltip: {
        callbacks: {
          label: ({ dataset, raw }) => `${dataset.label ?? ''}: ${toText(Number(raw))}`,
        },
      },
    },
  };
}

/** Names beside the bars leave them room. */
function toShortName(
  this: { getLabelForValue(value: number): string; chart: { width: number } },
  value: number | string,
): string {
  const name = this.getLabelForValue(Number(value));
  const most = this.chart.width < 480 ? 17 : 34;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
