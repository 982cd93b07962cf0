/** An exact amount: `minor` counts the smallest unit of the currency (cents of EUR, whole yen), `currency` is its ISO 4217 code. */
export type Money = { minor: bigint; currency: string };
