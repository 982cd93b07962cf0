import { buildFindingTexts } from '../../src/adapters/texts/buildFindingTexts';
import type { Finding } from '../../src/domain/setup/finding';
import type { SetupStep, Verdict } from '../../src/domain/setup/steps';

/** A finding as an operator is told it. */
export type Told<Step extends SetupStep = SetupStep> = {
  step: Step;
  verdict: Verdict;
  found: string;
  change?: string;
};

const texts = buildFindingTexts();

/** Puts a finding into the sentences of the command. */
export function tell<Step extends SetupStep>(finding: Finding<Step>): Told<Step> {
  const { found, change } = texts.renderFinding(finding);
  return {
    step: finding.step,
    verdict: finding.verdict,
    found,
    ...(change === undefined ? {} : { change }),
  };
}
