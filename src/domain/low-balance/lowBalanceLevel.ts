/** What a client is told when credits run low: few are left, or none. */
export type LowBalanceLevel = 'low' | 'out';

/** What crossing this threshold tells. */
export function toLowBalanceLevel(threshold: number): LowBalanceLevel {
  return threshold <= 0 ? 'out' : 'low';
}
