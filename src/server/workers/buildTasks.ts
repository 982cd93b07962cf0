import { bringRequesterInLine } from '../../use-cases/bringRequesterInLine';
import { bringTicketInLine } from '../../use-cases/bringTicketInLine';
import type { BringTicketInLineDeps } from '../../use-cases/bringTicketInLine';
import { bringIncidentsInLine } from '../../use-cases/defects/bringIncidentsInLine';
import { lookAtIncidents } from '../../use-cases/defects/lookAtIncidents';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import type { WorkQueue } from '../../use-cases/ports/workQueue';
import type { Reports } from '../../use-cases/ports/reports';
import { expireGrants } from '../../use-cases/expireGrants';
import { reconcileTicket } from '../../use-cases/reconcileTicket';
import type { ReconcileDeps } from '../../use-cases/reconcileTicket';
import { refreshAccount } from '../../use-cases/billing/refreshAccount';
import { refreshFacts } from '../../use-cases/billing/refreshFacts';
import type { SweepBounds } from '../../use-cases/billing/refreshFacts';
import { reportWorkList } from '../../use-cases/readWorkList';
import type { ReadWorkListDeps } from '../../use-cases/readWorkList';
import { reportUnexplained } from '../../use-cases/reportUnexplained';
import { settleWaitingTickets } from '../../use-cases/settleWaitingTickets';
import { tellOfRequester } from '../../use-cases/tellOfRequester';
import type { OpenSidebars } from '../../use-cases/ports/openSidebars';
import { sweepTickets } from '../../use-cases/sweepTickets';
import type { SweepDeps } from '../../use-cases/sweepTickets';
import { verifyInParts } from '../../use-cases/verifyInParts';
import type { VerifyInPartsDeps } from '../../use-cases/verifyInParts';
import { runLogged } from './runLogged';

/** What the use cases behind the queue need. */
export type TaskDeps = ReconcileDeps &
  BringTicketInLineDeps &
  SweepDeps &
  ReadWorkListDeps &
  VerifyInPartsDeps & {
    reports: Pick<Reports, 'addUpCounts'>;
    queue: WorkQueue;
    openSidebars: OpenSidebars;
    logger: Logger;
    telemetry: Pick<Telemetry, 'watch'>;
  };

/** What the worker runs, by the names that stand in the queue. */
export type Tasks = {
  reconcile_ticket: (ticketId: string) => Promise<void>;
  bring_ticket_in_line: (ticketId: string) => Promise<void>;
  look_at_incidents: (problemTicketId: string) => Promise<void>;
  bring_incidents_in_line: (problemTicketId: string) => Promise<void>;
  bring_requester_in_line: (requesterId: string) => Promise<void>;
  refresh_account: (billingAccountId: string) => Promise<void>;
  refresh_facts: () => Promise<void>;
  settle_waiting_tickets: () => Promise<void>;
  sweep_tickets: () => Promise<void>;
  expire_grants: () => Promise<void>;
  add_up_counts: () => Promise<void>;
  verify_ledger: () => Promise<void>;
};

/** How many waiting tickets are queued for a look at once; the next minute goes on with the rest. */
const SETTLE_LIMIT = 500;

/** Half of what Zendesk allows in a minute (zendesk.md 8.5), so that an operator's own sweep gets its share; 500 tickets. */
const SWEEP_PAGES = 5;

/** A sweep ends before the next one starts, and leaves looks at tickets their share of what billing can answer. */
const SWEEP_BOUNDS: SweepBounds = { limit: 5_000, atOnce: 2, budgetMs: 240_000 };

/** How many clients' ended grants are booked at once; the next hour goes on, and a debit never takes an ended grant. */
const EXPIRE_LIMIT = 5_000;

/** A ledger too large for one night is proved in several; what is left over does not slow the morning down. */
const VERIFY_BOUNDS = { budgetMs: 60 * 60_000 };

/**
 * Maps the jobs of the queue to use cases, with one log line when work arrives and one when it ends. What fails is thrown
 * again, so that the queue tries it later with growing pauses. That ends by itself: a job is queued with a highest number
 * of attempts (`max_attempts` of graphile-worker), and one that nothing can help stays in the table with its error.
 */
export function buildTasks(deps: TaskDeps): Tasks {
  return {
    reconcile_ticket: (ticketId) =>
      runLogged(deps, { task: 'reconcile_ticket', ticketId }, async () => {
        const { kind, ...decided } = { creditState: undefined, ...(await reconcileTicket(deps, ticketId)) };
        return { ...decided, outcome: decided.creditState ?? kind };
      }),
    bring_ticket_in_line: (ticketId) =>
      runLogged(deps, { task: 'bring_ticket_in_line', ticketId }, async () => {
        // The ledger has it: whoever looks at the ticket need not wait until the ticket says it.
        deps.openSidebars.tell({ ticketId });
        return { outcome: await bringTicketInLine(deps, ticketId) };
      }),
    look_at_incidents: (ticketId) =>
      runLogged(deps, { task: 'look_at_incidents', ticketId }, async () => {
        const { kind, ...counts } = await lookAtIncidents(deps, ticketId);
        return { outcome: kind, ...counts };
      }),
    bring_incidents_in_line: (ticketId) =>
      runLogged(deps, { task: 'bring_incidents_in_line', ticketId }, async () => ({
        outcome: 'in_line',
        ...(await bringIncidentsInLine(deps, ticketId)),
      })),
    bring_requester_in_line: (requesterId) =>
      runLogged(deps, { task: 'bring_requester_in_line', requesterId }, async () => {
        await tellOfRequester(deps, requesterId);
        return { outcome: await bringRequesterInLine(deps, requesterId) };
      }),
    refresh_account: (billingAccountId) =>
      runLogged(deps, { task: 'refresh_account', billingAccountId }, async () => {
        const outcome = await refreshAccount(deps, billingAccountId);
        deps.openSidebars.tell({ billingAccountId });
        return { outcome };
      }),
    refresh_facts: () =>
      runLogged(deps, { task: 'refresh_facts' }, async () => ({
        outcome: 'swept',
        ...(await refreshFacts(deps, SWEEP_BOUNDS)),
      })),
    settle_waiting_tickets: () =>
      runLogged(deps, { task: 'settle_waiting_tickets' }, async () => ({
        outcome: 'queued',
        ...(await settleWaitingTickets(deps, SETTLE_LIMIT)),
      })),
    sweep_tickets: () =>
      runLogged(deps, { task: 'sweep_tickets' }, async () => {
        const { end, ...counts } = await sweepTickets(deps, { maxPages: SWEEP_PAGES });
        await reportUnexplained(deps);
        await reportWorkList(deps);
        return { outcome: end, ...counts };
      }),
    expire_grants: () =>
      runLogged(deps, { task: 'expire_grants' }, async () => ({
        outcome: 'booked',
        ...(await expireGrants(deps, EXPIRE_LIMIT)),
      })),
    add_up_counts: () =>
      runLogged(deps, { task: 'add_up_counts' }, async () => ({
        outcome: 'added_up',
        partCount: await deps.reports.addUpCounts(),
      })),
    verify_ledger: () =>
      runLogged(deps, { task: 'verify_ledger' }, async () => {
        const { kind, ...counts } = await verifyInParts(deps, VERIFY_BOUNDS);
        return { outcome: kind, ...counts };
      }),
  };
}
