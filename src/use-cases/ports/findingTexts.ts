import type { Finding } from '../../domain/setup/finding';

/** A finding in whole sentences for the operator. */
export type TextOfFinding = { found: string; change: string | undefined };

/** Sentences for the person who sets the bridge up. */
export interface FindingTexts {
  /** What was found, and what to change where something has to be. */
  renderFinding(finding: Finding): TextOfFinding;
}
