import type { Faults } from './parseFaults';

/** The faults in force. */
export type FaultSwitch = {
  set(faults: Faults): void;
  current(): Faults;
  /** The faults that meet the next call; `{}` when it is spared. */
  takeNext(): Faults;
};

/**
 * Promises that of any number of calls exactly the share `rate` is met, spread evenly: with 0.5 every second one.
 * Chance would make a test that passes today fail tomorrow.
 */
export function buildFaultSwitch(): FaultSwitch {
  let faults: Faults = {};
  let calls = 0;
  return {
    set: (next) => {
      faults = next;
      calls = 0;
    },
    current: () => faults,
    takeNext: () => {
      const rate = faults.rate ?? 1;
      calls += 1;
      return countMet(calls, rate) > countMet(calls - 1, rate) ? faults : {};
    },
  };
}

/** The tiny addend keeps ten times a tenth at one whole. */
function countMet(calls: number, rate: number): number {
  return Math.floor(calls * rate + 1e-9);
}
