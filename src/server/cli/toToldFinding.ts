import type { Finding } from '../../domain/setup/finding';
import type { SayingCode } from '../../domain/setup/saying';
import type { SetupStep, Verdict } from '../../domain/setup/steps';
import type { FindingTexts } from '../../use-cases/ports/findingTexts';

/** A finding as the command tells it: in sentences, with the codes of what was found for machines. */
export type ToldFinding = {
  step: SetupStep;
  verdict: Verdict;
  codes: SayingCode[];
  found: string;
  change?: string;
};

/** Puts a finding into sentences. */
export function toToldFinding(finding: Finding, texts: FindingTexts): ToldFinding {
  const { found, change } = texts.renderFinding(finding);
  return {
    step: finding.step,
    verdict: finding.verdict,
    codes: finding.found.map(({ code }) => code),
    found,
    ...(change === undefined ? {} : { change }),
  };
}
