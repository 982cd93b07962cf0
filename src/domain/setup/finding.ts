import type { Saying } from './saying';
import type { SetupStep, Verdict } from './steps';

/** What one look at the setup found, and what to change where something has to be: sayings, said one after the other. */
export type Finding<Step extends SetupStep = SetupStep> = {
  readonly step: Step;
  readonly verdict: Verdict;
  readonly found: readonly Saying[];
  /** Empty: nothing has to be changed. */
  readonly change: readonly Saying[];
};

/** A finding of one sentence, with what to change where that is told. */
export function toFinding<Step extends SetupStep>(
  step: Step,
  verdict: Verdict,
  found: Saying,
  change?: Saying,
): Finding<Step> {
  return { step, verdict, found: [found], change: change === undefined ? [] : [change] };
}
