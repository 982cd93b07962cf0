import type { Verdict } from '../../domain/setup/steps';
import type { ToldFinding } from './toToldFinding';

const MARKS: Record<Verdict, string> = {
  good: 'ok',
  note: 'note',
  mended: 'mended',
  problem: 'PROBLEM',
  skipped: '-',
};

const LONGEST_MARK = 'PROBLEM'.length;
const LONGEST_STEP = 'certificate'.length;

/** A finding in one line, and what to change in a second one. */
export function describeFinding({ verdict, step, found, change }: ToldFinding): string {
  const head = `${MARKS[verdict].padEnd(LONGEST_MARK)}  ${step.padEnd(LONGEST_STEP)}  `;
  const lines = change === undefined ? [found] : [found, `→ ${change}`];
  return `${head}${lines.join(`\n${' '.repeat(head.length)}`)}\n`;
}

/** What it all came to; `name` is what was looked at. */
export function describeOutcome(findings: readonly ToldFinding[], name: string): string {
  const count = (wanted: Verdict) => findings.filter(({ verdict }) => verdict === wanted).length;
  const problems = count('problem');
  const notes = count('note');
  const mended = count('mended');
  const noted = `${mended === 0 ? '' : `, ${mended} mended`}${notes === 0 ? '' : `, ${notes} to note`}`;
  if (problems === 0) return `\nThe bridge can work with this ${name}${noted}.\n`;
  return `\n${problems} ${problems === 1 ? 'problem' : 'problems'}${noted}. Change what is named above and run this again.\n`;
}
