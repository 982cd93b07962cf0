/** Currencies of ISO 4217 (list one) whose smallest unit is not a hundredth. */
const DIGITS = new Map<string, number>([
  ...toEntries(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...toEntries(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...toEntries(4, 'CLF UYW'),
]);

/** How many decimals the smallest unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function countMinorDigits(currency: string): number {
  return DIGITS.get(currency) ?? 2;
}

function toEntries(digits: number, codes: string): [string, number][] {
  return codes.split(' ').map((code) => [code, digits]);
}
