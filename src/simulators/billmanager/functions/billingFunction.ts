import type { SimulatorClock } from '../../kit/clock';
import type { Login, Sessions } from '../sessions';
import type { BillingStore } from '../state/billingStore';
import type { WireNode } from '../wire/columns';

/** What a function of the panel can reach. */
export type Billing = { store: BillingStore; sessions: Sessions; login: Login; clock: SimulatorClock };

/** One call as it came in: `params` from query and form together, `host` the address it was sent to. */
export type FunctionCall = {
  func: string;
  params: Record<string, string>;
  host: string;
  remoteAddress: string;
  billing: Billing;
};

/** One function of the panel. Without `isOpen` it is answered only to a caller who is logged in. */
export type BillingFunction = { isOpen?: true; answer(call: FunctionCall): WireNode };
