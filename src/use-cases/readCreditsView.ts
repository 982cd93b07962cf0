import type { CreditsView } from '../contract/creditsView';
import type { Result } from '../domain/result';
import type { Policy } from '../domain/policy/policy';
import { toFreshMs } from './billing/factsAges';
import { isRecent, isYounger } from './billing/isRecent';
import { toBaseView, toClientParts, toIdentityView, toTicketView } from './creditsViewParts';
import type { Clock } from './ports/clock';
import type { Desk } from './ports/desk';
import type { FactsMemory, RememberedFacts } from './ports/factsMemory';
import type { Ledger } from './ports/ledger';
import type { StoredTicket } from './ports/storedTicket';
import type { WorkQueue } from './ports/workQueue';

/** What reading a view needs. */
export type ReadCreditsViewDeps = {
  desk: Desk;
  ledger: Ledger;
  factsMemory: FactsMemory;
  queue: WorkQueue;
  clock: Clock;
  policy: Policy;
};

const MAX_ENTRIES = 10;

/** A sidebar asks every few seconds; billing is not asked more often than this for what is only shown. */
const MIN_REFRESH_PAUSE_MS = 10_000;

/**
 * Everything the sidebar shows of one ticket, from what the bridge already knows: it never waits for billing. Facts that
 * are not fresh are shown with their age at once, while a reading is queued. A ticket
 * that was never looked at is queued for a look and shown without a state meanwhile; one that does not exist in the
 * helpdesk is refused. Moves no credits.
 */
export async function readCreditsView(
  deps: ReadCreditsViewDeps,
  ticketId: string,
): Promise<Result<CreditsView, 'ticket_not_found'>> {
  const base = toBaseView(deps.policy, deps.clock.now());
  const stored = await deps.ledger.readStoredTicket(ticketId);
  if (stored === undefined) {
    const ticket = await deps.desk.readTicket(ticketId);
    if (ticket === undefined) return { ok: false, reason: 'ticket_not_found' };
    await deps.queue.queueReconcile(ticketId);
    return {
      ok: true,
      value: { ...base, ticket: { ...base.ticket, id: ticketId, line: ticket.line ?? null } },
    };
  }
  return {
    ok: true,
    value: { ...base, ticket: toTicketView(stored), ...(await readClientParts(deps, stored)) },
  };
}

async function readClientParts(
  deps: ReadCreditsViewDeps,
  stored: StoredTicket,
): Promise<Partial<CreditsView>> {
  if (stored.identity.kind !== 'client') {
    return {
      identity: toIdentityView(stored.identity),
      isBillingReachable: stored.identity.kind === 'refused',
    };
  }
  const { billingAccountId, grade } = stored.identity;
  const [remembered, totals, entries] = await Promise.all([
    deps.factsMemory.recallFacts(billingAccountId),
    deps.ledger.readTotals(billingAccountId),
    deps.ledger.readEntries(billingAccountId, MAX_ENTRIES),
  ]);
  if (remembered === undefined) return { isBillingReachable: false };
  if (isRefreshDue(deps, remembered)) await deps.queue.queueRefresh(billingAccountId);
  return toClientParts({ grade, ...remembered, totals, entries, policy: deps.policy });
}

/** Not fresh, and not asked about for as long either: when billing is away, views do not keep asking it. */
function isRefreshDue({ clock, policy }: ReadCreditsViewDeps, remembered: RememberedFacts): boolean {
  const pauseMs = Math.max(toFreshMs(policy), MIN_REFRESH_PAUSE_MS);
  const now = clock.now();
  return !isRecent(remembered, now, pauseMs) && !isYounger(remembered.askedAt, now, pauseMs);
}
