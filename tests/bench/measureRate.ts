/** Runs `work` from `callers` callers, each one after another, for `seconds`; answers how often per second it was done. */
export async function measureRate(options: {
  callers: number;
  seconds: number;
  /** False: nothing is left to do. */
  work(): Promise<boolean>;
}): Promise<number> {
  const start = performance.now();
  const end = start + options.seconds * 1_000;
  let done = 0;
  const call = async () => {
    while (performance.now() < end && (await options.work())) done += 1;
  };
  await Promise.all(Array.from({ length: options.callers }, call));
  return done / ((performance.now() - start) / 1_000);
}
