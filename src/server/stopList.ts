type Stop = () => Promise<void>;

/** What was started and must be stopped again, in reverse order. */
export class StopList {
  private readonly stops: Stop[] = [];

  /** `timeoutMs`: after this the stop is left behind, so that those after it have their time; else the whole time. */
  add(stop: Stop, timeoutMs = Infinity): void {
    this.stops.push(() => within(stop(), timeoutMs));
  }

  /**
   * For what takes its time to start: told to end in between, it is waited for and then stopped. Answers what `starting`
   * answers; a start that fails leaves nothing to stop.
   */
  addStarting<Started>(
    starting: Promise<Started>,
    stop: (started: Started) => Promise<void>,
    timeoutMs?: number,
  ): Promise<Started> {
    this.add(() => starting.then(stop, () => undefined), timeoutMs);
    return starting;
  }

  /**
   * Stops everything, last started first; one that fails or takes too long does not keep the others from being stopped.
   * Answers false when something failed, was left behind, or `timeoutMs` was over before the end.
   */
  async stopAll(timeoutMs: number): Promise<boolean> {
    let isClean = false;
    try {
      await within(
        this.stopInReverse().then((isDone) => {
          isClean = isDone;
        }),
        timeoutMs,
      );
    } catch {
      return false;
    }
    return isClean;
  }

  private async stopInReverse(): Promise<boolean> {
    let isClean = true;
    for (let stop = this.stops.pop(); stop !== undefined; stop = this.stops.pop()) {
      try {
        await stop();
      } catch {
        // The others still have to be stopped; that something went wrong is in the answer.
        isClean = false;
      }
    }
    return isClean;
  }
}

/** Rejects when `work` has not ended after `timeoutMs`. */
async function within(work: Promise<void>, timeoutMs: number): Promise<void> {
  if (timeoutMs === Infinity) return work;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Stopping took too long.')), timeoutMs);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
