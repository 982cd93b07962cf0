/** A time that runs; `ended` is resolved when it is over and left alone when it was stopped. */
export type Timer = { ended: Promise<void>; stop(): void };

/** Starts a timer that keeps no process alive. */
export type StartTimer = (ms: number) => Timer;
