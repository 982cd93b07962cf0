import { decideRestored } from '../../domain/rebuild/decideRestored';
import type { RestoredClient, RestoredEntry } from '../../domain/rebuild/decideRestored';
import { tellProblems } from '../../domain/rebuild/tellProblems';
import type { ToldFlaw, ToldProblem } from '../../domain/rebuild/toldProblem';
import { isCharge } from '../../domain/tickets/creditState';
import type { ReadAccountDeps } from '../billing/readAccount';
import type { Desk, DeskHistory, DeskTicket } from '../ports/desk';
import type { KnownReading, ReadRequester } from './buildRequesterReader';
import { readFamily } from './readFamily';
import type { FamilyMember } from './readFamily';
import { readAskers, readDefectIds, readRequesters } from './readSurroundings';
import { toRestoredTicket } from './toRestoredTicket';
import { toTale } from './toTale';

/** What bringing back the charges of a ticket needs. */
export type RestoreDeps = ReadAccountDeps & { desk: Desk };

/**
 * What became of a ticket and its follow-ups. `untold`: the bridge never wrote a charge there. `known`: the ledger has all of
 * it. `flaws`: what could not be brought back.
 */
export type FamilyOutcome =
  { kind: 'gone' | 'untold' } | { kind: 'known' | 'restored'; entries: RestoredEntry[]; flaws: ToldFlaw[] };

/** What is known of one family before anything is written. */
type Family = { members: FamilyMember[]; readings: ReadonlyMap<string, KnownReading> };

/**
 * Brings back what the audits of the ticket and its follow-ups tell of debits, waivers and refunds. Each problem is written in
 * one transaction or not at all, and only when the ledger knows nothing of it: running this again, or beside a bridge that
 * works, adds nothing twice. Fails with `AdapterError` when the helpdesk, billing or the database cannot be asked.
 */
export async function restoreFamily(
  deps: RestoreDeps,
  ticket: DeskTicket,
  readRequester: ReadRequester,
): Promise<FamilyOutcome> {
  const ownUserId = await deps.desk.readOwnUserId();
  const history = await deps.desk.readHistory(ticket.id);
  if (history === undefined) return { kind: 'gone' };
  if (!hasWrittenCharge(history, ownUserId)) return { kind: 'untold' };
  const members = await readFamily(deps.desk, ticket);
  const cast = { ownUserId, ...(await readAskers(deps.desk, members)) };
  const tales = members.map((member) => toTale(member, cast));
  const readings = await readRequesters(tales, readRequester);
  const problems = tellProblems(tales, {
    accounts: toAccounts(readings),
    defectIds: await readDefectIds(deps.desk, members),
    policy: deps.policy,
  });
  const outcome = { entries: [] as RestoredEntry[], flaws: [] as ToldFlaw[] };
  for (const problem of problems) {
    const restored = await restoreProblem(deps, problem, { members, readings });
    if (restored === undefined) continue;
    outcome.entries.push(...restored);
    if (problem.flaw !== undefined) outcome.flaws.push(problem.flaw);
  }
  const hasNews = outcome.entries.length > 0 || outcome.flaws.length > 0;
  return { kind: hasNews ? 'restored' : 'known', ...outcome };
}

function hasWrittenCharge({ creditChanges }: DeskHistory, ownUserId: string): boolean {
  return creditChanges.some(({ state, actorId }) => actorId === ownUserId && isCharge(state));
}

/** The entries that were written; undefined: the ledger knows the problem. */
async function restoreProblem(
  { ledger, policy, clock }: RestoreDeps,
  problem: ToldProblem,
  { members, readings }: Family,
): Promise<RestoredEntry[] | undefined> {
  const { problemId, facts } = problem;
  const tickets = problem.tickets.flatMap(({ ticketId, since }) => {
    const member = members.find(({ ticket }) => ticket.id === ticketId);
    return member === undefined ? [] : [toRestoredTicket(problemId, since, member, readings)];
  });
  const request = {
    problemId,
    billingAccountIds: [...new Set(facts.map(({ billingAccountId }) => billingAccountId))],
    tickets: facts.length === 0 ? [] : tickets,
  };
  const clients = toClients(readings);
  const outcome = await ledger.restoreProblem(request, (views) =>
    decideRestored({ problem, views, clients, policy, now: clock.now().toISOString() }),
  );
  return outcome.kind === 'known' ? undefined : outcome.entries;
}

/** The clients among the requesters, by account. */
function toClients(readings: ReadonlyMap<string, KnownReading>): Map<string, RestoredClient> {
  const clients = new Map<string, RestoredClient>();
  for (const reading of readings.values()) {
    if (reading.kind === 'client') clients.set(reading.facts.billingAccountId, reading);
  }
  return clients;
}

/** The account of each requester who is a client. */
function toAccounts(readings: ReadonlyMap<string, KnownReading>): Map<string, string> {
  const accounts = new Map<string, string>();
  for (const [requesterId, reading] of readings) {
    if (reading.kind === 'client') accounts.set(requesterId, reading.facts.billingAccountId);
  }
  return accounts;
}
