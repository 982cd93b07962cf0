/** What is drawn: days as lines, or names with bars that lie beside or behind each other. */
export type ReportChartData = {
  shape: 'lines' | 'bars' | 'stacked_bars';
  labels: string[];
  /** Each with a value for each label. */
  series: { name: string; values: number[] }[];
};

/** A report in words of one language: the figures that sum it up, the table, and the same numbers to be drawn. */
export type ReportPicture = {
  figures: { label: string; value: string }[];
  caption: string;
  columns: string[];
  /** The first cell names the row. */
  rows: { key: string; cells: string[] }[];
  notes: string[];
  chart: ReportChartData;
};
