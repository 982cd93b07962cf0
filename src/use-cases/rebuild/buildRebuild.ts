import type { ToldFlaw } from '../../domain/rebuild/toldProblem';
import { isCharge } from '../../domain/tickets/creditState';
import type { CreditState } from '../../domain/tickets/creditState';
import type { ChangedTicket } from '../ports/changedTickets';
import { buildRequesterReader } from './buildRequesterReader';
import type { ReadRequester } from './buildRequesterReader';
import { patiently } from './patiently';
import type { WaitAndTell } from './patiently';
import { restoreFamily } from './restoreFamily';
import type { FamilyOutcome, RestoreDeps } from './restoreFamily';

/** Tickets that something is said of: how many, and the first of them by name. */
export type NamedTickets<Named> = { count: number; named: Named[] };

/** What bringing back charges came to so far. */
export type RebuildReport = {
  /** Tickets that say a charge or its return, are held or pending. */
  lookedAt: number;
  debits: number;
  waivers: number;
  refunds: number;
  /** Tickets of which the ledger has everything already. */
  known: number;
  /** Tickets that say something that the bridge never wrote there: copied to a follow-up, or set by somebody else. */
  untold: number;
  /** Deleted tickets that said a charge; their audits are gone. */
  gone: NamedTickets<string>;
  unexplained: NamedTickets<{ ticketId: string; flaws: ToldFlaw[] }>;
};

/** Brings back what the audits of many tickets tell, page by page. */
export type Rebuild = {
  readonly report: Readonly<RebuildReport>;
  /** Comes back when all that the tickets tell is in the ledger. Fails with `AdapterError` when trying again did not help. */
  takePage(tickets: readonly ChangedTicket[]): Promise<void>;
};

/** Tickets at once. Helpdesks allow some hundred calls a minute and each ticket costs three or four. */
const AT_ONCE = 4;

/** So many tickets are named; the counts say how many there are. */
const MAX_NAMED = 50;

/** Facts of billing are for the grants of an account only, which no ticket of the past changes. */
const FACTS_MAX_AGE_MS = 24 * 60 * 60_000;

/**
 * Builds what brings back the charges of changed tickets. Audits are read only of tickets that the ledger does not know as
 * charged and that say a charge, its return, or that they wait for one: those may have been charged before. Memory stays flat.
 */
export function buildRebuild(deps: RestoreDeps, wait: WaitAndTell): Rebuild {
  const report: RebuildReport = {
    lookedAt: 0,
    debits: 0,
    waivers: 0,
    refunds: 0,
    known: 0,
    untold: 0,
    gone: { count: 0, named: [] },
    unexplained: { count: 0, named: [] },
  };
  const readRequester = buildRequesterReader(deps, FACTS_MAX_AGE_MS);
  return {
    report,
    async takePage(tickets) {
      const told = tickets.filter(({ creditState }) => mayHaveBeenCharged(creditState));
      for (let start = 0; start < told.length; start += AT_ONCE) {
        const some = told.slice(start, start + AT_ONCE);
        const outcomes = await Promise.all(
          some.map((ticket) => patiently(() => restoreTicket(deps, ticket, readRequester), wait)),
        );
        some.forEach((ticket, index) => count(report, ticket, outcomes[index]));
      }
    },
  };
}

function mayHaveBeenCharged(state: CreditState | undefined): boolean {
  return isCharge(state) || state === 'held' || state === 'pending';
}

async function restoreTicket(
  deps: RestoreDeps,
  { id, isDeleted }: ChangedTicket,
  readRequester: ReadRequester,
): Promise<FamilyOutcome> {
  const stored = await deps.ledger.readStoredTicket(id);
  if (isCharge(stored?.state.creditState)) return { kind: 'known', entries: [], flaws: [] };
  const ticket = isDeleted ? undefined : await deps.desk.readTicket(id);
  return ticket === undefined ? { kind: 'gone' } : restoreFamily(deps, ticket, readRequester);
}

function count(
  report: RebuildReport,
  { id, creditState }: ChangedTicket,
  outcome: FamilyOutcome | undefined,
): void {
  report.lookedAt += 1;
  if (outcome === undefined) return;
  // Whoever only waited had nothing to bring back.
  if (outcome.kind === 'untold' && isCharge(creditState)) report.untold += 1;
  if (outcome.kind === 'gone' && isCharge(creditState)) name(report.gone, id);
  if (outcome.kind === 'known') report.known += 1;
  if (outcome.kind !== 'restored') return;
  const kinds = outcome.entries.map(({ entry }) => entry.kind);
  report.debits += kinds.filter((kind) => kind === 'debit').length;
  report.waivers += kinds.filter((kind) => kind === 'waiver').length;
  report.refunds += kinds.filter((kind) => kind === 'refund').length;
  if (outcome.flaws.length > 0) name(report.unexplained, { ticketId: id, flaws: outcome.flaws });
}

function name<Named>(tickets: NamedTickets<Named>, one: Named): void {
  tickets.count += 1;
  if (tickets.named.length < MAX_NAMED) tickets.named.push(one);
}
