/** Runs work when a slot is free, or rejects with the signal's reason when that comes first. */
export type Slots = <Value>(signal: AbortSignal, work: () => Promise<Value>) => Promise<Value>;

/** So many may work at once; others wait in the order of their coming. */
export function buildSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];

  const take = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal.reason as Error);
      };
      const enter = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.push(enter);
    });
  };

  // A slot given back goes straight to who waits longest, so that nobody can slip in between.
  const giveBack = () => {
    const enter = waiting.shift();
    if (enter) enter();
    else free += 1;
  };

  return async (signal, work) => {
    await take(signal);
    try {
      return await work();
    } finally {
      giveBack();
    }
  };
}
