/** What was started and must be stopped again, in reverse order. */
export class StopList {
  private readonly stops: (() => Promise<void>)[] = [];

  add(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  /**
   * Stops everything, last started first; one that fails does not keep the others from being stopped. Answers false
   * when something failed or `timeoutMs` was over before the end.
   */
  async stopAll(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), timeoutMs);
    });
    try {
      return await Promise.race([this.stopInReverse(), timeout]);
    } finally {
      clearTimeout(timer);
    }
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
