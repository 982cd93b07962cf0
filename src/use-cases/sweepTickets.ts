import { AdapterError } from './ports/AdapterError';
import type {
  ChangedTicket,
  ChangedTickets,
  ChangedTicketsPage,
  SweepPosition,
} from './ports/changedTickets';
import type { Clock } from './ports/clock';
import type { SweepMemory } from './ports/sweepMemory';

/** What sweeping needs. */
export type SweepDeps = { changedTickets: ChangedTickets; sweepMemory: SweepMemory; clock: Clock };

/** What one sweep may do, and from where. */
export type SweepPlan = {
  maxPages: number;
  /** Starts here (ISO 8601) and leaves the common position alone; without it, the sweep goes on where the last one stopped. */
  from?: string;
  /** Waits as long as the helpdesk asks; without it the sweep ends then, and the next one goes on. */
  wait?: (ms: number) => Promise<void>;
  /** Runs for each page before its looks are asked for. */
  beforeLooks?: (tickets: readonly ChangedTicket[]) => Promise<void>;
  /** Hears of each page that was queued. */
  onPage?: (page: ChangedTicketsPage, soFar: SweepCounts) => void;
};

/** What a sweep did so far. */
export type SweepCounts = { pageCount: number; ticketCount: number; lookCount: number };

/** How a sweep ended: at the newest change, at its bound of pages, or told to wait by the helpdesk. */
export type SweepOutcome = SweepCounts & { end: 'caught_up' | 'page_bound' | 'told_to_wait' };

/** The first sweep of all begins so long ago: what was lost while the bridge was being set up is found. */
const FIRST_MARGIN_MS = 60 * 60_000;

/**
 * A decision counts as made after a change only when it is that much later: stamps count whole seconds, the clocks of
 * helpdesk and bridge differ, and a ticket is read up to two minutes before it is decided, while billing is asked.
 */
const DECIDED_MARGIN_MS = 5 * 60_000;

/** The helpdesk withholds its newest changes for so long: a sweep at the newest change came up to then. */
const WITHHELD_MS = 60_000;

/** Told to wait more often than this for one page, the sweep ends: the helpdesk is busy with somebody else. */
const MAX_WAITS = 20;

/**
 * Asks for a look at every ticket that changed since the last sweep, so that one whose event was lost is mended too. The
 * position moves on after the looks of a page are queued: a crash in between repeats a page, and looks coalesce. Tickets
 * decided well after their change are left out; in doubt a look is asked for, also after a change of our own: that look
 * finds nothing to do, so it leads to no further one. How far the sweeps came is kept for who asks. Fails with `AdapterError` when the helpdesk or the database cannot
 * be asked.
 */
export async function sweepTickets(deps: SweepDeps, plan: SweepPlan): Promise<SweepOutcome> {
  const { reachedAt, ...outcome } = await sweep(deps, plan);
  if (plan.from === undefined) await deps.sweepMemory.noteEnd(deps.clock.now().toISOString(), reachedAt);
  return outcome;
}

/** `reachedAt`: what changed before was seen; undefined when no page was. */
async function sweep(
  deps: SweepDeps,
  plan: SweepPlan,
): Promise<SweepOutcome & { reachedAt: string | undefined }> {
  let reachedAt: string | undefined;
  const counts: SweepCounts = { pageCount: 0, ticketCount: 0, lookCount: 0 };
  let position = plan.from === undefined ? await readPosition(deps) : { startAt: plan.from };
  while (counts.pageCount < plan.maxPages) {
    const askedAt = deps.clock.now().getTime();
    const page = await readPage(deps.changedTickets, position, plan.wait);
    if (page === 'told_to_wait') return { ...counts, end: page, reachedAt };
    await plan.beforeLooks?.(page.tickets);
    const now = deps.clock.now().toISOString();
    const { queued } = await deps.sweepMemory.queueLooks(page.tickets, { marginMs: DECIDED_MARGIN_MS, now });
    counts.pageCount += 1;
    counts.ticketCount += page.tickets.length;
    counts.lookCount += queued;
    plan.onPage?.(page, { ...counts });
    const hasMoved =
      plan.from !== undefined || (await deps.sweepMemory.movePosition(position, page.next, now));
    reachedAt = page.isLast
      ? new Date(askedAt - WITHHELD_MS).toISOString()
      : (page.tickets.at(-1)?.changedAt ?? reachedAt);
    if (page.isLast) return { ...counts, end: 'caught_up', reachedAt };
    // Another sweep was faster: this one goes on where that one is.
    position = hasMoved ? page.next : await readPosition(deps);
  }
  return { ...counts, end: 'page_bound', reachedAt };
}

function readPosition({ sweepMemory, clock }: SweepDeps): Promise<SweepPosition> {
  return sweepMemory.readPosition(new Date(clock.now().getTime() - FIRST_MARGIN_MS).toISOString());
}

async function readPage(
  changedTickets: ChangedTickets,
  position: SweepPosition,
  wait: SweepPlan['wait'],
): Promise<ChangedTicketsPage | 'told_to_wait'> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await changedTickets.readPage(position);
    } catch (error) {
      const waitMs = error instanceof AdapterError && error.retry ? error.retryAfterMs : undefined;
      if (waitMs === undefined) throw error;
      if (wait === undefined || waits === MAX_WAITS) return 'told_to_wait';
      await wait(waitMs);
    }
  }
}
