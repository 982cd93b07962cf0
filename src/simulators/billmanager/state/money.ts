/** `10000` becomes `100.00`, `-5` becomes `-0.05`. Takes whole cents. */
export function toAmountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `100.00` becomes `10000`; undefined for anything but up to nine digits with two decimals. */
export function parseAmountCents(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,9}\.\d{2}$/.test(value)) return undefined;
  return Number(value.replace('.', ''));
}
