import { assert } from '../../domain/result';

/** Writes whole cents as a decimal of euros (`24300` as `243.00`) without ever dividing. */
export function toEuroDecimal(cents: number): string {
  assert(Number.isSafeInteger(cents), 'cents are whole');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
