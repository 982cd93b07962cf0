import type { CreditState } from '../tickets/creditState';

/**
 * What staff noted in the field of their own: a value, nothing (`undefined`), or no ticket to look at any more (`gone`).
 */
export type StaffNote = { kind: 'noted'; value: string | undefined } | { kind: 'gone' };

/** Whether a credit would have been taken, and whether staff took one; undefined: not known, or not yet decided. */
export type Comparison = {
  isTakenByShadow: boolean | undefined;
  isTakenByStaff: boolean | undefined;
  verdict: Verdict;
};

/** How the two stand to each other; `open` where one of them is not known. */
export const VERDICTS = ['alike', 'only_shadow', 'only_staff', 'open'] as const;

/** One of the closed list of verdicts. */
export type Verdict = (typeof VERDICTS)[number];

/** What people write for «no» in a field that is not empty: a checkbox, a number, a dropdown. */
const NO_VALUES: readonly string[] = ['false', 'no', '0'];

/**
 * Holds what shadow mode would have done with a ticket against what staff noted. Without `chargedValues` every value means
 * a credit taken but `false`, `no` and `0`. A credit that was returned counts as not taken, a ticket that is held or pending
 * as not yet decided.
 */
export function compareWithStaff(
  creditState: CreditState,
  note: StaffNote,
  chargedValues: readonly string[] | undefined,
): Comparison {
  const isTakenByShadow =
    creditState === 'held' || creditState === 'pending' ? undefined : creditState === 'debited';
  const isTakenByStaff = note.kind === 'gone' ? undefined : isCharged(note.value, chargedValues);
  return { isTakenByShadow, isTakenByStaff, verdict: toVerdict(isTakenByShadow, isTakenByStaff) };
}

function isCharged(value: string | undefined, chargedValues: readonly string[] | undefined): boolean {
  if (value === undefined) return false;
  return chargedValues === undefined ? !NO_VALUES.includes(value) : chargedValues.includes(value);
}

function toVerdict(shadow: boolean | undefined, staff: boolean | undefined): Verdict {
  if (shadow === undefined || staff === undefined) return 'open';
  if (shadow === staff) return 'alike';
  return shadow ? 'only_shadow' : 'only_staff';
}
