/** How one request of a batch ended. */
export type Settled<Output> = { ok: true; value: Output } | { ok: false; error: unknown };

/**
 * Puts requests that arrive together into one transaction: as many as wait when one of `maxInFlight` places is free, at
 * most `maxBatch`. No timer: alone, a request starts at the end of its turn of the event loop. Two requests with the same
 * `keyOf` never run at the same time. When a batch fails as a whole, each of its requests is run alone, so one bad request
 * never hurts another; unless `isOutage` says that the database is away, then all of them fail at once: one by one would
 * only take longer.
 */
export function buildGroupCommit<Input, Output>(options: {
  run(batch: Input[]): Promise<Settled<Output>[]>;
  keyOf(input: Input): string;
  isOutage(error: unknown): boolean;
  maxBatch: number;
  maxInFlight: number;
}): (input: Input) => Promise<Output> {
  type Waiting = { input: Input; key: string; settle(outcome: Settled<Output>): void };
  let waiting: Waiting[] = [];
  const busyKeys = new Set<string>();
  let inFlight = 0;
  let isStarting = false;

  /** Takes what may run now, in order of arrival; what shares a key with something under way waits on. */
  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const each of waiting) {
      if (batch.length < options.maxBatch && !busyKeys.has(each.key)) {
        busyKeys.add(each.key);
        batch.push(each);
      } else left.push(each);
    }
    waiting = left;
    return batch;
  }

  async function runBatch(batch: Waiting[]): Promise<void> {
    const outcomes = await runSettled(batch.map((each) => each.input));
    for (const each of batch) busyKeys.delete(each.key);
    batch.forEach((each, index) => {
      each.settle(outcomes[index] ?? { ok: false, error: new Error('Defect: a batch lost a request.') });
    });
  }

  async function runSettled(inputs: Input[]): Promise<Settled<Output>[]> {
    try {
      return await options.run(inputs);
    } catch (error) {
      if (inputs.length === 1 || options.isOutage(error)) return inputs.map(() => ({ ok: false, error }));
      const outcomes: Settled<Output>[] = [];
      for (const input of inputs) outcomes.push(...(await runSettled([input])));
      return outcomes;
    }
  }

  function startWhatFits(): void {
    while (inFlight < options.maxInFlight) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      inFlight += 1;
      void runBatch(batch).finally(() => {
        inFlight -= 1;
        startSoon();
      });
    }
  }

  /** Not before the end of this turn of the event loop: all who were just answered and ask again come into one batch. */
  function startSoon(): void {
    if (isStarting) return;
    isStarting = true;
    setImmediate(() => {
      isStarting = false;
      startWhatFits();
    });
  }

  return (input) =>
    new Promise((resolve, reject) => {
      const settle = (outcome: Settled<Output>) => {
        if (outcome.ok) resolve(outcome.value);
        else reject(outcome.error);
      };
      waiting.push({ input, key: options.keyOf(input), settle });
      startSoon();
    });
}
