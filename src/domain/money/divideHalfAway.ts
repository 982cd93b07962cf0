import { assert } from '../result';

/** The quotient as a whole number, halves away from zero: 5/2 is 3, -5/2 is -3. `divisor` is more than 0. */
export function divideHalfAway(dividend: bigint, divisor: bigint): bigint {
  assert(divisor > 0n, 'money is divided by something positive');
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}
