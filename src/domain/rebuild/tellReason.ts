import type { Actor } from '../credits/newEntry';
import type { AgentRefundReason, RefundReason } from '../policy/refundReason';
import { readLastTechPeriod } from '../tickets/lastTechPeriod';
import type { Moment } from './listMoments';
import { compareStamps, requesterAt } from './ticketTale';
import type { Asked, Shown, TicketTale, ToldWorld } from './ticketTale';
import type { ToldCharge, ToldFact } from './toldProblem';

/** Why a credit went back and who did it. */
export type ToldReason = { reason: RefundReason; actor: Actor; handedOverBy: string | undefined };

/** What is known when a ticket says that the credit of its problem went back. */
export type ReasonFacts = {
  /** Everything that happened to the problem's tickets, and which of it says so. */
  moments: readonly Moment[];
  index: number;
  debit: ToldCharge;
  facts: readonly ToldFact[];
  world: ToldWorld;
};

/**
 * Why the credit of the debit went back: the asking that the bridge took out of the field in the same change, with its
 * author; else what the rules find in the ticket as it was then, in their own order (`decideRuleRefund`); else `rebuilt`: it
 * went back, and nothing tells why.
 */
export function tellReason(known: ReasonFacts): ToldReason {
  return tellAskedReason(known) ?? tellRuleReason(known) ?? byRule('rebuilt');
}

/** Whether the bridge carried out an asking for a refund with this change. */
export function isAskedRefund(tale: TicketTale, shown: Shown, world: ToldWorld): boolean {
  return toAskedReason(tale, shown, world) !== undefined;
}

/** Whether the rules find a reason to return the debit at the moment `later` that they did not find at that of `known`. */
export function hasNewReason(known: ReasonFacts, later: number): boolean {
  return tellRuleReason({ ...known, index: later }) !== undefined && tellRuleReason(known) === undefined;
}

function byRule(reason: RefundReason, handedOverBy?: string): ToldReason {
  return { reason, actor: { kind: 'rule' }, handedOverBy };
}

/** The asking may have stood in another ticket of the problem, which was brought in line a moment later. */
function tellAskedReason({ moments, index, world }: ReasonFacts): ToldReason | undefined {
  for (const moment of moments.slice(index)) {
    if (moment.kind !== 'shown') continue;
    const { shown, tale } = moment;
    if (shown.state === 'debited' || shown.state === 'waived') return undefined;
    const asked = shown.state === 'refunded' ? toAskedReason(tale, shown, world) : undefined;
    if (asked !== undefined) return asked;
  }
  return undefined;
}

function toAskedReason(tale: TicketTale, shown: Shown, { policy }: ToldWorld): ToldReason | undefined {
  const { taken } = shown;
  const isAllowed = (reason: AgentRefundReason) => policy.refundReasons[reason].isAllowed;
  if (taken?.kind === 'refund' && isAllowed(taken.reason)) {
    const { reason } = taken;
    const asked = lastAsked(
      tale,
      shown,
      ({ action }) => action.kind === 'refund' && action.reason === reason,
    );
    return asked && { reason, actor: { kind: 'agent', id: asked.actorId }, handedOverBy: undefined };
  }
  if (taken?.kind !== 'approve') return undefined;
  const approval = lastAsked(tale, shown, ({ action }) => action.kind === 'approve');
  const asked = lastAsked(
    tale,
    approval ?? shown,
    ({ action, actorId }) => action.kind === 'refund' && actorId !== approval?.actorId,
  );
  if (approval === undefined || asked?.action.kind !== 'refund' || !isAllowed(asked.action.reason))
    return undefined;
  return {
    reason: asked.action.reason,
    actor: { kind: 'agent', id: asked.actorId, approvedBy: approval.actorId },
    handedOverBy: undefined,
  };
}

/** The last asking of that kind before what the bridge did about it. */
export function lastAsked(
  tale: TicketTale,
  done: { at: string; auditId: string },
  isWanted: (asked: Asked) => boolean,
): Asked | undefined {
  return tale.asked.filter((asked) => isWanted(asked) && compareStamps(asked, done) < 0).at(-1);
}

function tellRuleReason({ moments, index, debit, facts, world }: ReasonFacts): ToldReason | undefined {
  const moment = moments[index];
  if (moment === undefined) return undefined;
  const isFirst = (reason: RefundReason) =>
    !facts.some((fact) => fact.kind === 'refund' && fact.reason === reason);
  const tales = [...new Set(moments.map((each) => each.tale))];
  const isDefect = tales.some((tale) => wasDefect(tale, moment, world.defectIds));
  if (isDefect && isFirst('software_defect')) return byRule('software_defect');
  const charged = tales.find((tale) => tale.id === debit.ticketId);
  if (charged === undefined) return undefined;
  const account = world.accounts.get(requesterAt(charged, moment));
  if (account !== undefined && account !== debit.billingAccountId) return byRule('requester_changed');
  return debit.actor.kind === 'rule' ? tellWrongLine(charged, moment.at) : undefined;
}

/** R5: linked to the ticket of a defect at that moment, or one itself. */
function wasDefect(tale: TicketTale, moment: Moment, defectIds: ReadonlySet<string>): boolean {
  const link = tale.problemLinks.filter((each) => compareStamps(each, moment) <= 0).at(-1)?.problemTicketId;
  return defectIds.has(tale.id) || (link !== undefined && defectIds.has(link));
}

/** R6: not with technical support at that time, and no technical reply while it was. */
function tellWrongLine(tale: TicketTale, at: string): ToldReason | undefined {
  const lineChanges = tale.lineChanges.filter((change) => change.at <= at);
  const agentReplies = tale.agentReplies.filter((reply) => reply.at <= at);
  const period = readLastTechPeriod({ lineChanges, agentReplies });
  const hasLeft = lineChanges.at(-1)?.line !== 'tech';
  if (period === undefined || period.wasAnswered || !hasLeft) return undefined;
  const isByClient = period.handedOverBy === tale.requesterId;
  return byRule('wrong_line', isByClient ? undefined : period.handedOverBy);
}
