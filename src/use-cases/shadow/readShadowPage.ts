import type { ShadowPage } from '../../contract/shadow';
import { VERDICTS } from '../../domain/shadow/compareWithStaff';
import type { Verdict } from '../../domain/shadow/compareWithStaff';
import type { CountedTicket } from './addNativeCounts';
import { comparePage } from './comparePage';
import type { ComparedRange, ComparedTicket, CompareTicketsDeps } from './comparePage';
import { countInTime } from './countInTime';
import type { CountInTimeDeps } from './countInTime';

/** What the page of shadow mode needs. */
export type ReadShadowPageDeps = CompareTicketsDeps & CountInTimeDeps & { mode: 'live' | 'shadow' };

type Ticket = ComparedTicket & Partial<CountedTicket>;

/** A page of what shadow mode would have done against what staff did; of a live bridge that it is live. Fails with `AdapterError`. */
export async function readShadowPage(deps: ReadShadowPageDeps, range: ComparedRange): Promise<ShadowPage> {
  if (deps.mode === 'live') return { mode: 'live', next: null };
  const tickets: Ticket[] = [];
  for await (const some of countInTime(deps, readOne(deps, range))) tickets.push(...some);
  const isFull = tickets.length === range.limit;
  return {
    mode: 'shadow',
    since: range.since,
    isStaffKnown: deps.staffField !== undefined,
    isCounted: deps.nativeCounts !== undefined,
    tickets: tickets.map(toShadowTicket),
    totals: countVerdicts(tickets),
    next: (isFull && tickets.at(-1)?.ticketId) || null,
  };
}

/** How often each verdict stands among these. */
export function countVerdicts(tickets: readonly ComparedTicket[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { alike: 0, only_shadow: 0, only_staff: 0, open: 0 };
  for (const verdict of VERDICTS) counts[verdict] = tickets.filter((one) => one.verdict === verdict).length;
  return counts;
}

async function* readOne(deps: CompareTicketsDeps, range: ComparedRange): AsyncGenerator<ComparedTicket[]> {
  yield await comparePage(deps, range);
}

function toShadowTicket(ticket: Ticket): Extract<ShadowPage, { mode: 'shadow' }>['tickets'][number] {
  const { ticketId, decidedAt, creditState, reason, verdict } = ticket;
  return {
    ticketId,
    decidedAt,
    billingAccountId: ticket.billingAccountId ?? null,
    line: ticket.line ?? null,
    creditState,
    reason,
    staffValue: ticket.staffValue ?? null,
    isTakenByStaff: ticket.isTakenByStaff ?? null,
    verdict,
    nativeCount: ticket.nativeCount ?? null,
  };
}
