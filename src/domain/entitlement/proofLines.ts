import type { Rate } from '../money/toEuroCents';
import { RETURN_REASONS } from '../accounts/payment';
import type { ReturnReason } from '../accounts/payment';

/** An expense in another currency, and the rate at which it was counted. */
export type ProvedRate = { expenseId: string; rate: Rate };

/** A payment that went back, and why. */
export type ProvedReturn = { paymentId: string; why: ReturnReason };

/** As it stands in a proof: `expense 12: USD at 0.9215 from 2026-01-01`. */
export function toRateLine({ expenseId, rate }: ProvedRate): string {
  return `expense ${expenseId}: ${rate.currency} at ${rate.rate} from ${rate.from}`;
}

/** The reverse of {@link toRateLine}; undefined for any other text. */
export function fromRateLine(line: string): ProvedRate | undefined {
  const [, expenseId, currency, rate, from] = /^expense (.+): (\S+) at (\S+) from (\S+)$/.exec(line) ?? [];
  if (expenseId === undefined || currency === undefined || rate === undefined || from === undefined)
    return undefined;
  return { expenseId, rate: { currency, rate, from } };
}

/** As it stands in a proof: `payment 12: returned`. */
export function toReturnLine({ paymentId, why }: ProvedReturn): string {
  return `payment ${paymentId}: ${why}`;
}

/** The reverse of {@link toReturnLine}; undefined for any other text. */
export function fromReturnLine(line: string): ProvedReturn | undefined {
  const [, paymentId, word] = /^payment (.+): (\S+)$/.exec(line) ?? [];
  const why = RETURN_REASONS.find((reason) => reason === word);
  return paymentId === undefined || why === undefined ? undefined : { paymentId, why };
}
