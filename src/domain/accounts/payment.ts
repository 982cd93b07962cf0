/** Why money of a client went back: all of a payment, all of it soon, a payment that was fraud, or a part. */
export const RETURN_REASONS = ['returned', 'return_pending', 'fraudulent', 'refund'] as const;

/** Why money of a client went back. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * One payment of an account that brought money or took it back, in the smallest unit of `currency`. `kept`: billing has
 * the money. A payment that has not arrived, or is only pledged, is neither and is none of these.
 */
export type Payment = {
  id: string;
  number: string;
  state: 'kept' | ReturnReason;
  currency: string;
  amountMinor: bigint;
  /** For a refund, the number of the payment that it gives a part back of. */
  refundOf: string | undefined;
};
