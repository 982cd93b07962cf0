import type { Allocation, Grant } from './grant';

/** A debit or waiver of a problem, as recorded. */
export type Charge = {
  key: string;
  kind: 'debit' | 'waiver';
  amountCredits: number;
  allocations: Allocation[];
  occurredAt: string;
};

/** What the ledger says of one client and one problem, read under the lock of the client's credit account. */
export type LedgerView = {
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
  /** True when the problem's last charge was a debit that has been refunded. */
  isRefunded: boolean;
};

/** The ledger of a client who was never seen, or of a requester who is no client. */
export const EMPTY_LEDGER: LedgerView = {
  balanceCredits: 0,
  grants: [],
  spendGrantCount: 0,
  grantedPackItems: [],
  openCharge: undefined,
  chargeCount: 0,
  isRefunded: false,
};
