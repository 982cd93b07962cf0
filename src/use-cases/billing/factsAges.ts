import type { Policy } from '../../domain/policy/policy';

/** What was read so shortly ago counts as read now: looks at several tickets of one client share a reading. */
const NOW_MS = 3_000;

/** How old facts may be that are used without asking billing. */
export function toFreshMs({ billing }: Policy): number {
  return billing.freshSeconds * 1_000;
}

/** How old facts may be where billing is to be asked anew. */
export function toNowMs(policy: Policy): number {
  return Math.min(NOW_MS, toFreshMs(policy));
}
