import { isCharge } from '../tickets/creditState';
import type { CreditState } from '../tickets/creditState';
import { toProblemId } from '../tickets/ticketFacts';
import { toProblem } from '../tickets/toProblem';
import { compareStamps, requesterAt } from './ticketTale';
import type { Shown, Stamp, TicketTale, ToldWorld } from './ticketTale';

/** Something that happened to a ticket while it rested on a problem. */
export type Moment = Stamp & { tale: TicketTale } & (
    | { kind: 'shown'; shown: Shown }
    /** It was given to somebody else. */
    | { kind: 'requester'; requesterId: string }
    /** It came to rest on this problem while it said the charge of another one. */
    | { kind: 'joined'; state: 'debited' | 'waived' }
  );

/** What happened to the tickets of one problem, and which of them rest on it in the end. */
export type ProblemMoments = { moments: Moment[]; taleIds: string[] };

/**
 * Sorts what happened to the tickets of one family by problem (R4), oldest first. `tales` hold each ticket behind the one
 * that it follows up.
 */
export function listMoments(
  tales: readonly TicketTale[],
  world: ToldWorld,
): ReadonlyMap<string, ProblemMoments> {
  const problems = new Map<string, ProblemMoments>();
  const problemOf = (id: string): ProblemMoments => {
    const known = problems.get(id) ?? { moments: [], taleIds: [] };
    problems.set(id, known);
    return known;
  };
  const ends = new Map<string, Followed>();
  for (const tale of tales) {
    const source = tale.followUpOf === undefined ? undefined : ends.get(tale.followUpOf);
    const problemId = walk(tale, source, world, (id, moment) => problemOf(id).moments.push(moment));
    ends.set(tale.id, { tale, problemId });
    problemOf(problemId).taleIds.push(tale.id);
  }
  for (const { moments } of problems.values()) moments.sort(compareStamps);
  return problems;
}

/** A ticket with the problem that it rests on in the end. */
type Followed = { tale: TicketTale; problemId: string };

type Turn = Stamp &
  ({ kind: 'shown'; shown: Shown } | { kind: 'requester'; requesterId: string } | { kind: 'new_problem' });

/**
 * Follows one ticket from problem to problem, as the looks at it did: a follow-up rests on the problem of the ticket before
 * it until it is given to another client, or an agent calls it a new problem; what was charged on its own stays so. Answers
 * the last one.
 */
function walk(
  tale: TicketTale,
  source: Followed | undefined,
  world: ToldWorld,
  put: (problemId: string, moment: Moment) => void,
): string {
  const own = toProblemId(tale.id);
  const problemFor = (requesterId: string): string =>
    source === undefined ? own : followedProblem(tale, source, requesterId, world);
  let problemId = problemFor(requesterAt(tale, { at: '', auditId: '' }));
  let isOwnForGood = false;
  let said: CreditState | undefined;
  for (const turn of listTurns(tale)) {
    const { at, auditId } = turn;
    if (turn.kind === 'shown') {
      said = turn.shown.state;
      isOwnForGood ||= problemId === own && isCharge(said);
      put(problemId, { kind: 'shown', shown: turn.shown, tale, at, auditId });
      continue;
    }
    isOwnForGood ||= turn.kind === 'new_problem';
    const before = problemId;
    const requesterId = turn.kind === 'requester' ? turn.requesterId : requesterAt(tale, turn);
    problemId = isOwnForGood ? own : problemFor(requesterId);
    if (problemId === before && turn.kind === 'requester') {
      put(problemId, { kind: 'requester', requesterId, tale, at, auditId });
    }
    if (problemId !== before && (said === 'debited' || said === 'waived')) {
      put(problemId, { kind: 'joined', state: said, tale, at, auditId });
    }
  }
  return problemId;
}

function listTurns(tale: TicketTale): Turn[] {
  return [
    ...tale.requesterChanges.map((change): Turn => ({ kind: 'requester', ...change })),
    ...tale.asked
      .filter(({ action }) => action.kind === 'new_problem')
      .map(({ at, auditId }): Turn => ({ kind: 'new_problem', at, auditId })),
    ...tale.shown.map((shown): Turn => ({ kind: 'shown', shown, at: shown.at, auditId: shown.auditId })),
  ].sort(compareStamps);
}

function followedProblem(
  tale: TicketTale,
  source: Followed,
  requesterId: string,
  { accounts, policy }: ToldWorld,
): string {
  const account = accounts.get(requesterId);
  const isSameAccount = account !== undefined && account === accounts.get(source.tale.requesterId);
  const followed = {
    problemId: source.problemId,
    closedAt: source.tale.closedAt,
    isOfSameClient: requesterId === source.tale.requesterId || isSameAccount,
  };
  return toProblem(tale, followed, policy);
}
