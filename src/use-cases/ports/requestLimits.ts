/** How evenly something is asked: so many in a minute, of which `burst` may come at once. */
export type Pace = { name: string; perMinute: number; burst: number };

/**
 * How often an outside system may be asked, kept for all replicas together: what it allows, it allows the account and not
 * one process. Every method fails with `AdapterError` when the database cannot be asked.
 */
export interface RequestLimits {
  /** For how many milliseconds still nothing of a scope is to be asked; scopes without a pause are left out. */
  readPauses(): Promise<ReadonlyMap<string, number>>;
  /** Nothing of this scope is to be asked for `waitMs`; a longer pause that was noted before stays. */
  notePause(scope: string, waitMs: number): Promise<void>;
  /**
   * Takes the next place at this pace. `waitMs` is how long until it comes; when that is longer than `longestWaitMs`, no
   * place was taken.
   */
  takePlace(pace: Pace, longestWaitMs: number): Promise<{ isTaken: boolean; waitMs: number }>;
}
