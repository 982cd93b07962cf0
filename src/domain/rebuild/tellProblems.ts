import type { Actor } from '../credits/newEntry';
import type { CommandAction } from '../tickets/command';
import { isCharge } from '../tickets/creditState';
import { listMoments } from './listMoments';
import type { Moment, ProblemMoments } from './listMoments';
import { hasNewReason, isAskedRefund, lastAsked, tellReason } from './tellReason';
import type { ToldReason } from './tellReason';
import { accountAt, nextShown } from './ticketTale';
import type { Shown, TicketTale, ToldWorld } from './ticketTale';
import type { ToldCharge, ToldFact, ToldFlaw, ToldProblem } from './toldProblem';

/**
 * What the tickets of one family (a ticket and its follow-ups, each behind the one that it follows up) tell of debits,
 * waivers and refunds, by problem; problems of which they tell nothing are left out. Total: whatever stands in the audits,
 * the facts of a problem are charges and returns in turn. Rests on what the bridge made the tickets say, which follows every
 * change of the ledger; what never came to be shown, because the next change overtook it, is told where the ticket's other
 * changes imply it, and else left out with its counterpart.
 */
export function tellProblems(tales: readonly TicketTale[], world: ToldWorld): ToldProblem[] {
  return [...listMoments(tales, world)]
    .map(([problemId, moments]) => tellProblem(problemId, moments, tales, world))
    .filter(({ facts, flaw }) => facts.length > 0 || flaw !== undefined);
}

/** What is told so far; `open` is the charge that stands. */
type Telling = {
  facts: ToldFact[];
  open: ToldCharge | undefined;
  chargeCount: number;
  flaw: ToldFlaw | undefined;
};

/** One moment among those of its problem. */
type At = { moments: readonly Moment[]; index: number; world: ToldWorld };

function tellProblem(
  problemId: string,
  { moments, taleIds }: ProblemMoments,
  tales: readonly TicketTale[],
  world: ToldWorld,
): ToldProblem {
  const telling: Telling = { facts: [], open: undefined, chargeCount: 0, flaw: undefined };
  moments.forEach((moment, index) => tellMoment(telling, moment, { moments, index, world }));
  const { flaw } = telling;
  const tickets = taleIds.flatMap((ticketId) => {
    const last = tales.find(({ id }) => id === ticketId)?.shown.at(-1);
    return last !== undefined && isCharge(last.state) ? [{ ticketId, since: last.at }] : [];
  });
  return { problemId, facts: flaw === 'client_unknown' ? [] : telling.facts, tickets, flaw };
}

function tellMoment(telling: Telling, moment: Moment, at: At): void {
  switch (moment.kind) {
    case 'joined':
      if (isCharge(nextShown(moment.tale, moment)?.state ?? moment.state))
        tellCharged(telling, moment, moment.state, at);
      return;
    case 'requester':
      tellRequester(telling, moment, at);
      return;
    case 'shown':
      tellShown(telling, moment, at);
  }
}

function tellShown(telling: Telling, moment: Extract<Moment, { kind: 'shown' }>, at: At): void {
  const { state } = moment.shown;
  if (state === undefined) return;
  if (state === 'debited' || state === 'waived') {
    tellCharged(telling, moment, state, at);
    return;
  }
  const { open } = telling;
  if (state === 'refunded') {
    // Charged and returned before the ticket was brought in line.
    if (open === undefined && telling.chargeCount === 0) tellCharged(telling, moment, 'debited', at);
    if (telling.open?.kind === 'waiver') telling.flaw ??= 'contradiction';
    tellRefund(telling, moment, (debit) => tellReason({ ...at, debit, facts: telling.facts }));
    return;
  }
  // A ticket that was charged says so until that is returned: here the return itself was never shown.
  if (open?.ticketId !== moment.tale.id) return;
  if (open.kind === 'waiver') telling.flaw ??= 'contradiction';
  tellRefund(telling, moment, (debit) => tellReason({ ...at, debit, facts: telling.facts }));
}

/**
 * The charged ticket was given to another client: returned to the one and charged to the other, which a ticket that stays
 * debited throughout never says. Where it says next that the credit went back, the other was charged before only if there
 * was something to return it for: an asking, or what came later than the change of the client.
 */
function tellRequester(telling: Telling, moment: Extract<Moment, { kind: 'requester' }>, at: At): void {
  const { open } = telling;
  const account = at.world.accounts.get(moment.requesterId);
  if (open?.kind !== 'debit' || open.ticketId !== moment.tale.id) return;
  if (account === undefined || account === open.billingAccountId) return;
  const next = nextShown(moment.tale, moment);
  const charged: ToldCharge = { ...open, billingAccountId: account, actor: { kind: 'rule' } };
  if (next?.state === 'refunded') {
    const isAsked = isAskedRefund(moment.tale, next, at.world);
    if (!isAsked && !isReturnedLater(telling, charged, next, at)) return;
  }
  tellRefund(telling, moment, () => ({
    reason: 'requester_changed',
    actor: { kind: 'rule' },
    handedOverBy: undefined,
  }));
  const isStillDebited = next === undefined || next.state === 'refunded';
  if (isStillDebited) tellCharged(telling, moment, 'debited', at);
}

/** Whether the charge of the new client has a reason of its own to be returned when the ticket says `next`. */
function isReturnedLater({ facts }: Telling, debit: ToldCharge, next: Shown, at: At): boolean {
  const later = at.moments.findIndex((each) => each.kind === 'shown' && each.shown === next);
  return later >= 0 && hasNewReason({ ...at, debit, facts }, later);
}

function tellCharged(telling: Telling, moment: Moment, state: 'debited' | 'waived', { world }: At): void {
  const kind = state === 'debited' ? 'debit' : 'waiver';
  const { open, chargeCount: n } = telling;
  if (open !== undefined) {
    // Another ticket of the problem says the same; that a debit became a waiver cannot be.
    if (open.kind !== kind) telling.flaw ??= 'contradiction';
    return;
  }
  const billingAccountId = accountAt(moment.tale, moment, world);
  if (billingAccountId === undefined) telling.flaw = 'client_unknown';
  const charge: ToldCharge = {
    kind,
    n,
    ticketId: moment.tale.id,
    billingAccountId: billingAccountId ?? '',
    actor: tellActor(moment, state === 'debited' ? 'debit' : 'waive'),
    at: moment.at,
    auditId: moment.auditId,
  };
  telling.facts.push(charge);
  telling.open = charge;
  telling.chargeCount += 1;
}

/** The agent whose asking the bridge took out of the field in the same change, else the rules. */
function tellActor(moment: Moment, wanted: CommandAction['kind']): Actor {
  if (moment.kind !== 'shown' || moment.shown.taken?.kind !== wanted) return { kind: 'rule' };
  const asked = lastAsked(moment.tale, moment, ({ action }) => action.kind === wanted);
  return asked === undefined ? { kind: 'rule' } : { kind: 'agent', id: asked.actorId };
}

function tellRefund(
  telling: Telling,
  { tale, at, auditId }: Moment,
  why: (debit: ToldCharge) => ToldReason,
): void {
  const debit = telling.open;
  if (debit?.kind !== 'debit') return;
  const { n, billingAccountId } = debit;
  telling.facts.push({ kind: 'refund', n, billingAccountId, ticketId: tale.id, ...why(debit), at, auditId });
  telling.open = undefined;
}
