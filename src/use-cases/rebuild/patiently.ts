import { AdapterError } from '../ports/AdapterError';

/** Waits, and tells who watches for how long and why (the code of the failure). */
export type WaitAndTell = (ms: number, code: string) => Promise<void>;

/** A passing failure is over by then, about five minutes; what lasts longer is for the operator. */
const MAX_TRIES = 12;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Does the work, and does it again after a failure that time can heal: as long as told to wait, else in growing pauses. Fails
 * with the last `AdapterError` when that did not help, and at once where asking again cannot.
 */
export async function patiently<Value>(work: () => Promise<Value>, wait: WaitAndTell): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AdapterError) || !error.retry || tries === MAX_TRIES) throw error;
      await wait(
        error.retryAfterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)),
        error.code,
      );
    }
  }
}
