/** One line of the report. Medians of the runs; `target` compares `ratio` when there is one, else `measured`. */
export type Figure = {
  what: string;
  unit: string;
  measured: number;
  /** What `measured` is held against, measured in the same run. */
  against?: { what: string; measured: number };
  ratio?: number;
  target?: { atLeast: number } | { atMost: number };
  runs: number;
};

/** Whether the figure reaches its target; undefined when it has none. */
export function isTargetMet({ measured, ratio, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  const value = ratio ?? measured;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** The middle of the numbers, of an even count the lower middle. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The smallest of the numbers that at least the `share` of them does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
