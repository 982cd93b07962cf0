/**
 * How often a ticket was written lately. `beganAt` is when counting began, `cutOffUntil` until when it is left alone; both
 * ISO 8601.
 */
export type Rounds = { count: number; beganAt: string; cutOffUntil: string | undefined };

/** Whether to write once more. `isNew`: the ticket is cut off from this moment on, it was not before. */
export type RoundDecision =
  { kind: 'go'; rounds: Rounds } | { kind: 'cut_off'; until: string; isNew: boolean; rounds: Rounds };

const MINUTE_MS = 60_000;

/** Writings are counted over so long. */
export const ROUNDS_WINDOW_MS = 10 * MINUTE_MS;

/** So many in that time are no life of a ticket but two systems that write against each other. Zendesk allows 30. */
export const MAX_ROUNDS_IN_WINDOW = 12;

/** So long the other system has the ticket for itself. */
export const CUT_OFF_MS = 15 * MINUTE_MS;

/**
 * An update storm is cut off: whoever writes what the ticket says over and over, or makes the bridge answer over and over,
 * is left alone for a while, and then the bridge comes back. It counts writings, also refused ones, and does not care who
 * began. `now` is ISO 8601.
 */
export function decideRound(before: Rounds | undefined, now: string): RoundDecision {
  const nowMs = Date.parse(now);
  if (before?.cutOffUntil !== undefined && nowMs < Date.parse(before.cutOffUntil)) {
    return { kind: 'cut_off', until: before.cutOffUntil, isNew: false, rounds: before };
  }
  if (before === undefined || before.cutOffUntil !== undefined || !isInWindow(before.beganAt, nowMs)) {
    return { kind: 'go', rounds: { count: 1, beganAt: now, cutOffUntil: undefined } };
  }
  if (before.count < MAX_ROUNDS_IN_WINDOW) {
    return { kind: 'go', rounds: { ...before, count: before.count + 1 } };
  }
  const until = new Date(nowMs + CUT_OFF_MS).toISOString();
  return { kind: 'cut_off', until, isNew: true, rounds: { ...before, cutOffUntil: until } };
}

/** A time that lies ahead was written by a clock that ran ahead: counting begins anew. */
function isInWindow(beganAt: string, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(beganAt);
  return ageMs >= 0 && ageMs < ROUNDS_WINDOW_MS;
}
