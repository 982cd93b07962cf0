import type { Timer } from '../../use-cases/ports/timer';

/** Starts a timer of the machine, which keeps no process alive. */
export function startTimer(ms: number): Timer {
  let stop: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    stop = () => clearTimeout(timer);
  });
  return { ended, stop };
}
