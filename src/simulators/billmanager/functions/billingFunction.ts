import type { SimulatorClock } from '../../kit/clock';
import type { Caller } from '../access/Caller';
import type { Login } from '../access/logins';
import type { Sessions } from '../access/sessions';
import type { PanelSettings } from '../settings/panelSettings';
import type { BillingStore } from '../state/billingStore';
import type { WireNode } from '../wire/columns';

/** What the panel can reach. */
export type Billing = {
  store: BillingStore;
  sessions: Sessions;
  login: Login;
  clock: SimulatorClock;
  settings(): PanelSettings;
};

/** One call as it came in: `params` from query and form together, `host` the address it was sent to. */
export type WireCall = {
  func: string;
  params: Record<string, string>;
  host: string;
  remoteAddress: string;
  billing: Billing;
};

/** A call of someone who is logged in; `seesHalf` when lists are to leave rows out. */
export type FunctionCall = WireCall & { caller: Caller; seesHalf: boolean };

/** One function of the panel; it is answered from this level on: 16 clients too, 29 employees only (billmanager.md 2). */
export type BillingFunction = { level: 16 | 29; answer(call: FunctionCall): WireNode };
