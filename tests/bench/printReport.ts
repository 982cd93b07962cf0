import type { describeMachine } from './describeMachine';
import { isTargetMet } from './figure';
import type { Figure } from './figure';

type Report = ReturnType<typeof describeMachine> & { isQuick: boolean; figures: Figure[] };

/** Prints the report for people. */
export function printReport({ machine, versions, isQuick, figures }: Report): void {
  console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}`);
  console.log(
    [`Node.js ${versions.node}`, `V8 ${versions.v8}`, versions.postgres].filter(Boolean).join(', '),
  );
  console.log(isQuick ? 'Quick: one short run each, for orientation only.\n' : 'Medians of the runs.\n');
  const rows = [['what', 'measured', 'against', 'ratio', 'target', 'met', 'runs'], ...figures.map(toCells)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
}

function toCells(figure: Figure): string[] {
  const { what, unit, measured, against, ratio, runs } = figure;
  const isMet = isTargetMet(figure);
  return [
    what,
    `${toText(measured)} ${unit}`,
    against === undefined ? '' : `${toText(against.measured)} ${unit} (${against.what})`,
    ratio === undefined ? '' : ratio.toFixed(2),
    toTargetText(figure),
    isMet === undefined ? '' : isMet ? 'yes' : 'NO',
    String(runs),
  ];
}

function toTargetText({ target }: Figure): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `>= ${toText(target.atLeast)}` : `<= ${toText(target.atMost)}`;
}

function toText(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)));
}
