/**
 * Resolves when the process is told to end: SIGTERM, SIGINT, or its parent went away (a parent that gave it an IPC
 * channel, as the playground does, closes it by dying, even by kill -9).
 */
export function waitForStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('disconnect', () => resolve());
  });
}
