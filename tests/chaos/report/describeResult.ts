import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../check/finding';
import type { ChaosResult } from '../runChaos';
import { describeFinding } from './describeFinding';

const MOST_DESCRIBED = 10;

/** What came of a run: the findings, then the figures, then how to run it again. All findings stand in the kept folder. */
export function describeResult(result: ChaosResult, run: { tickets: number; seconds: number }): string {
  const { findings, outcome, stage, quiet, folder } = result;
  const ordered = oneOfEachFirst(findings).map((finding) => `${describeFinding(result, finding)}\n`);
  if (findings.length > 0) writeFileSync(join(folder, 'findings.txt'), ordered.join('\n'));
  const described = ordered.slice(0, MOST_DESCRIBED);
  const left = findings.length - described.length;
  return [
    ...described,
    ...(left > 0 ? [`and ${left} more: ${countRules(result)}`] : []),
    `${run.tickets} tickets of ${stage.plan.clients.length} clients in ${run.seconds} s, at rest after ${quiet.rounds} rounds`,
    `entries: ${count(outcome.entries.map(({ kind }) => kind))}`,
    `refunds: ${count(outcome.entries.filter(({ kind }) => kind === 'refund').map(({ reason }) => reason))}`,
    `tickets: ${count([...outcome.states.values()].map(({ creditState }) => creditState))}`,
    `went wrong: ${count(stage.plan.disturbances.map(({ what }) => what.kind))}`,
    findings.length === 0
      ? 'nothing was found'
      : `${findings.length} found; all of them and the logs are in ${folder}`,
    `again: npm run chaos -- --tickets ${run.tickets} --seed ${stage.plan.seed}`,
  ].join('\n');
}

function countRules({ findings }: ChaosResult): string {
  return count(findings.map(({ rule }) => rule));
}

/** So that many of one kind do not hide one of another. */
function oneOfEachFirst(findings: readonly Finding[]): Finding[] {
  const isFirst = ({ rule }: Finding, index: number) =>
    findings.findIndex((each) => each.rule === rule) === index;
  return [...findings.filter(isFirst), ...findings.filter((finding, index) => !isFirst(finding, index))];
}

/** How many of each, most first. */
function count(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([word, number]) => `${number} ${word}`)
    .join(', ');
}
