/**
 * Does `work` every `pauseMs`, the first time after one pause; a round is left out while the last is still under way.
 * The timer does not keep the process alive. `work` must not fail. `stop` resolves when the last round has ended.
 */
export function repeat(work: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= work().finally(() => {
      round = undefined;
    });
  }, pauseMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
