import type { LedgerView } from '../../domain/credits/ledgerView';
import type { RestoredEntry } from '../../domain/rebuild/decideRestored';
import type { TicketFacts } from '../../domain/tickets/ticketFacts';
import type { StoredIdentity } from './storedTicket';

/** A ticket that rests on the problem, as it is now; `decidedAt` is when it was last made to say its state (ISO 8601). */
export type RestoredTicket = { ticket: TicketFacts; identity: StoredIdentity; decidedAt: string };

/** What history tells of one problem, for a ledger that lost it. */
export type RestoreRequest = {
  problemId: string;
  /** Every account that it was charged to. */
  billingAccountIds: string[];
  tickets: RestoredTicket[];
};

/** `known`: the ledger has the problem already, and nothing was written. */
export type RestoreOutcome = { kind: 'restored'; entries: RestoredEntry[] } | { kind: 'known' };

/** The entries for the ledger as it is, one view for each account. */
export type DecideRestore = (views: ReadonlyMap<string, LedgerView>) => RestoredEntry[];
