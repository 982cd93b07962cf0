import type { ClientView } from '../../contract/creditsView';
import type { AccountReading } from '../../domain/accounts/accountFacts';
import type { Policy } from '../../domain/policy/policy';
import { decideHandOver } from '../../domain/tickets/decideHandOver';
import type { HandOverFacts } from '../../domain/tickets/decideHandOver';
import { toFreshMs } from '../billing/factsAges';
import { isRecent, isYounger } from '../billing/isRecent';
import type { Clock } from '../ports/clock';
import type { FactsMemory, RememberedFacts } from '../ports/factsMemory';
import type { Ledger } from '../ports/ledger';
import type { LedgerViews } from '../ports/ledgerViews';
import type { StoredIdentity } from '../ports/storedTicket';
import type { WorkQueue } from '../ports/workQueue';
import { toClientParts, toIdentityView } from './creditsViewParts';
import { readEntriesPage } from './readEntriesPage';

/** What reading what is shown of a client needs. */
export type ReadClientDeps = {
  ledger: Ledger;
  ledgerViews: LedgerViews;
  factsMemory: FactsMemory;
  queue: WorkQueue;
  clock: Clock;
  policy: Policy;
};

/** Who the requester is, and the ticket that technical support may get; undefined when it has it already. */
export type ClientSubject = { identity: StoredIdentity; handOver: HandOverFacts['ticket'] | undefined };

const MAX_ENTRIES = 10;

/** A sidebar asks every few seconds; billing is not asked more often than this for what is only shown. */
const MIN_REFRESH_PAUSE_MS = 10_000;

/**
 * What is shown of a requester, from what the bridge already knows: it never waits for billing. Facts that are not fresh
 * are shown with their age at once, while a reading is queued.
 */
export async function readClientParts(
  deps: ReadClientDeps,
  { identity, handOver }: ClientSubject,
): Promise<Partial<ClientView>> {
  if (identity.kind !== 'client') {
    return {
      identity: toIdentityView(identity),
      isBillingReachable: identity.kind === 'refused',
      handOver: await readHandOver(deps, handOver, toUnknownReading(identity)),
    };
  }
  const { billingAccountId, grade } = identity;
  const [remembered, totals, page] = await Promise.all([
    deps.factsMemory.recallFacts(billingAccountId),
    deps.ledger.readTotals(billingAccountId),
    readEntriesPage(deps, { billingAccountId, limit: MAX_ENTRIES }),
  ]);
  if (remembered === undefined) return { isBillingReachable: false };
  if (isRefreshDue(deps, remembered)) await deps.queue.queueRefresh(billingAccountId);
  return {
    ...toClientParts({ grade, ...remembered, totals, policy: deps.policy }),
    entries: page.entries,
    entriesBefore: page.before,
    handOver: await readHandOver(deps, handOver, toReading(deps, identity, remembered)),
  };
}

/** Not fresh, and not asked about for as long either: when billing is away, views do not keep asking it. */
function isRefreshDue({ clock, policy }: ReadClientDeps, remembered: RememberedFacts): boolean {
  const pauseMs = Math.max(toFreshMs(policy), MIN_REFRESH_PAUSE_MS);
  const now = clock.now();
  return !isRecent(remembered, now, pauseMs) && !isYounger(remembered.askedAt, now, pauseMs);
}

async function readHandOver(
  { ledgerViews, clock, policy }: ReadClientDeps,
  ticket: HandOverFacts['ticket'] | undefined,
  reading: AccountReading,
): Promise<ClientView['handOver']> {
  if (ticket === undefined) return null;
  const billingAccountId = reading.kind === 'client' ? reading.facts.billingAccountId : undefined;
  const ledger = await ledgerViews.readLedgerView({
    billingAccountId,
    ticket: { ticketId: ticket.id, problemId: ticket.problemId },
  });
  return decideHandOver({ ticket, reading, ledger, policy, now: clock.now().toISOString() });
}

/** As a look would take it: while billing does not answer, facts decide a charge only for so long (R13). */
function toReading(
  { clock, policy }: ReadClientDeps,
  { grade }: Extract<StoredIdentity, { kind: 'client' }>,
  remembered: RememberedFacts,
): AccountReading {
  const { facts, isReachable } = remembered;
  const maxAgeMs = policy.billing.chargeMaxAgeSeconds * 1_000;
  if (isReachable || isRecent(remembered, clock.now(), maxAgeMs)) {
    return { kind: 'client', grade, facts, isBooked: true };
  }
  return { kind: 'unavailable', code: 'not_asked', retry: true, known: { grade, facts } };
}

function toUnknownReading(identity: Exclude<StoredIdentity, { kind: 'client' }>): AccountReading {
  if (identity.kind === 'refused') return identity;
  return { kind: 'unavailable', code: 'not_asked', retry: true, known: undefined };
}
