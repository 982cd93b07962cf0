import type { Clock } from '../../../use-cases/ports/clock';
import type { KeySet } from './readKeys';

/** Keys as they were last read. `readAgain` reads them anew when that may help, and says whether it did. */
export type KeyMemory = {
  recall(): Promise<KeySet>;
  readAgain(): Promise<KeySet | undefined>;
};

/** Keys are read anew this often, so that one that was withdrawn is soon not believed any more. */
const FRESH_MS = 10 * 60_000;

/** When they cannot be read, the last ones are believed so long. */
const USABLE_MS = 60 * 60_000;

/** A token may name a key that nobody ever had: the account is asked no more often than this. */
const PAUSE_MS = 30_000;

/**
 * Remembers the keys of the help center. Whoever asks while they are being read waits for that reading; after a failure
 * the account is left alone for a while, and the failure is told at once.
 */
export function buildKeyMemory(read: () => Promise<KeySet>, clock: Clock): KeyMemory {
  let known: { keys: KeySet; readAt: number } | undefined;
  let failed: { error: unknown; at: number } | undefined;
  let reading: Promise<KeySet> | undefined;
  const isWithin = (at: number | undefined, ms: number) =>
    at !== undefined && clock.now().getTime() - at < ms;

  const readNow = (): Promise<KeySet> => {
    reading ??= read()
      .then((keys) => {
        known = { keys, readAt: clock.now().getTime() };
        failed = undefined;
        return keys;
      })
      .catch((error: unknown) => {
        failed = { error, at: clock.now().getTime() };
        throw error;
      })
      .finally(() => (reading = undefined));
    return reading;
  };

  const readUnlessFailing = async (): Promise<KeySet> => {
    if (failed !== undefined && isWithin(failed.at, PAUSE_MS)) throw failed.error;
    return readNow();
  };

  return {
    recall: async () => {
      if (known !== undefined && isWithin(known.readAt, FRESH_MS)) return known.keys;
      try {
        return await readUnlessFailing();
      } catch (error) {
        if (known !== undefined && isWithin(known.readAt, USABLE_MS)) return known.keys;
        throw error;
      }
    },
    readAgain: async () => (isWithin(known?.readAt, PAUSE_MS) ? undefined : readUnlessFailing()),
  };
}
