import type { AccountReading } from '../accounts/accountFacts';
import type { LedgerView } from '../credits/ledgerView';
import type { Policy } from '../policy/policy';
import type { TicketFacts } from './ticketFacts';

/** Everything a decision about one ticket may look at. `now` is ISO 8601. */
export type DecisionFacts = {
  ticket: TicketFacts;
  reading: AccountReading;
  ledger: LedgerView;
  policy: Policy;
  now: string;
};
