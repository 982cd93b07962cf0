import type { RefundReason } from '../policy/refundReason';
import type { Allocation, Grant } from './grant';

/** A debit or waiver of a problem, as recorded. */
export type Charge =
  | { kind: 'debit'; key: string; amountCredits: number; allocations: Allocation[] }
  | { kind: 'waiver'; key: string; reason: 'partner' | 'agent' };

/** What the ledger says of one client and one problem, read under the lock of the client's credit account. */
export type LedgerView = {
  /**
   * Whose credit account this is: the one that the problem was charged to, else the requester's. Undefined when the
   * requester is no known client and nothing was ever charged.
   */
  billingAccountId: string | undefined;
  balanceCredits: number;
  /** Grants with something left, and those not yet effective. */
  grants: Grant[];
  /** How many `grant:spend:<account>:<n>` exist; n runs from 1 without gaps. */
  spendGrantCount: number;
  /** Billing items whose pack was granted. */
  grantedPackItems: string[];
  /** The debit or waiver that stands for the problem now. */
  openCharge: Charge | undefined;
  /** How many debits and waivers the problem ever had. */
  chargeCount: number;
  /** Why the problem's last debit was refunded; undefined when it stands or there was none. */
  refundReason: RefundReason | undefined;
};

/** The ledger of a client who was never seen, or of a requester who is no client. */
export const EMPTY_LEDGER: LedgerView = {
  billingAccountId: undefined,
  balanceCredits: 0,
  grants: [],
  spendGrantCount: 0,
  grantedPackItems: [],
  openCharge: undefined,
  chargeCount: 0,
  refundReason: undefined,
};
