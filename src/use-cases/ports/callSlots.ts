/** How many calls an outside system is asked at once, counted over all replicas. */
export interface CallSlots {
  /**
   * Runs `work` while it holds one of the `count` slots of the system `name`; those who wait are let in in the order of their
   * coming. Fails as `work` does. Undefined when `isOver` said that nobody wants it any more before its turn came. While the
   * database cannot be asked `work` runs without a slot: the caller keeps a limit of its own process.
   */
  hold<Value>(
    name: string,
    count: number,
    isOver: () => boolean,
    work: () => Promise<Value>,
  ): Promise<{ value: Value } | undefined>;
}
