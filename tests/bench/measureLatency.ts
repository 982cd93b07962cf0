import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Offers `perSecond` calls for `seconds`, whether or not the earlier ones are done, and answers how long each took in
 * ms, counted from when it was due: a call that had to wait for its turn was late for whoever made it.
 */
export async function measureLatency(options: {
  perSecond: number;
  seconds: number;
  work(): Promise<unknown>;
}): Promise<number[]> {
  const { perSecond, seconds, work } = options;
  const start = performance.now();
  const calls: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = start + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    calls.push(work().then(() => performance.now() - due));
  }
  return Promise.all(calls);
}
