/**
 * `problem`: the bridge will fail or count wrongly. `note`: a person should know. `mended`: it was a problem until now.
 * `skipped`: another step stands before it.
 */
export type Verdict = 'good' | 'note' | 'mended' | 'problem' | 'skipped';

/** What one look found, in whole sentences for the operator, and what to change where something has to be. */
export type Finding<Step extends string = string> = {
  step: Step;
  verdict: Verdict;
  found: string;
  change?: string;
};
