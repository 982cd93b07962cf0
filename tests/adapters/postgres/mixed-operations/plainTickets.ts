import type { Decided } from './decisionLog';
import type { PlainAccount } from './plainAccount';
import { POLICY } from './world';

/** A ticket: its state with the reason, since when it waits, and the charges of its problem. */
export type PlainTicket = {
  state: string;
  waitingSince: string | undefined;
  charge: { kind: 'debit' | 'waiver'; key: string; reason: string } | undefined;
  chargeCount: number;
  refundReason: string | undefined;
};

type Look = Extract<Decided, { kind: 'look' }>;

const HOUR_MS = 3_600_000;

/** One look at a ticket: what is due for the account, then what an agent asks for, then what the rules say. */
export function lookPlainly(account: PlainAccount, decided: Look): string {
  const { look, facts, now } = decided;
  if (look.billing === 'news') account.reference.settle(facts, now);
  else account.model.expire(now);
  const id = look.command?.id;
  const outcome = id === undefined || account.answers.has(id) ? undefined : obey(account, decided);
  if (id !== undefined && outcome !== undefined) account.answers.set(id, outcome);
  const ticket = ticketOf(account, look.ticketId);
  ticket.state = decideState(account, decided);
  const isWaiting = /^(held|pending) /.test(ticket.state);
  ticket.waitingSince = isWaiting ? (ticket.waitingSince ?? now) : undefined;
  return ticket.state;
}

function ticketOf({ tickets }: PlainAccount, ticketId: string): PlainTicket {
  const known = tickets.get(ticketId);
  if (known !== undefined) return known;
  const fresh = {
    state: '',
    waitingSince: undefined,
    charge: undefined,
    chargeCount: 0,
    refundReason: undefined,
  };
  tickets.set(ticketId, fresh);
  return fresh;
}

/** What becomes of an asking; undefined when it has to wait for billing. */
function obey(account: PlainAccount, decided: Look): string | undefined {
  const { look, now } = decided;
  if (look.command === undefined) return undefined;
  const { action, actorRole } = look.command;
  const ticket = ticketOf(account, look.ticketId);
  if (actorRole === undefined) return 'actor_not_agent';
  if (action.kind === 'recheck') return 'done';
  if (action.kind === 'refund') return refund(account, ticket, action.reason, now);
  if (ticket.charge !== undefined) return 'already_charged';
  if (look.billing === 'away') return undefined;
  return action.kind === 'waive' ? open(account, decided, 'waiver', 'agent') : charge(account, decided, 0);
}

function refund({ model }: PlainAccount, ticket: PlainTicket, reason: string, now: string): string {
  if (reason === 'hotfix') return 'reason_switched_off';
  if (ticket.charge?.kind !== 'debit') {
    return ticket.refundReason === undefined ? 'nothing_to_refund' : 'already_refunded';
  }
  model.giveBack(ticket.charge.key, now, POLICY.refundGraceDays * 24 * HOUR_MS);
  ticket.charge = undefined;
  ticket.refundReason = reason;
  return 'done';
}

function decideState(account: PlainAccount, decided: Look): string {
  const { line, billing, ticketId } = decided.look;
  const ticket = ticketOf(account, ticketId);
  const isCharged = ticket.charge !== undefined;
  if (!isCharged && ticket.refundReason !== undefined) return `refunded ${ticket.refundReason}`;
  if (!isCharged && line !== 'tech') return 'free client_care';
  if (!isCharged && billing === 'away') {
    return ticket.state.startsWith('held ') ? ticket.state : 'pending billing_unavailable';
  }
  if (!isCharged) charge(account, decided, countHeldBefore(account, ticketId));
  if (ticket.charge === undefined) return 'held no_credits';
  return `${ticket.charge.kind === 'debit' ? 'debited' : 'waived'} ${ticket.charge.reason}`;
}

/** Tickets held for want of credits for longer than this one: all of them when it does not wait yet. */
function countHeldBefore(account: PlainAccount, ticketId: string): number {
  const { waitingSince } = ticketOf(account, ticketId);
  return [...account.tickets].filter(([id, other]) => {
    const isBefore =
      waitingSince === undefined || `${other.waitingSince} ${id}` < `${waitingSince} ${ticketId}`;
    return id !== ticketId && other.state === 'held no_credits' && isBefore;
  }).length;
}

function charge(account: PlainAccount, decided: Look, heldBefore: number): string {
  if (decided.facts.partnerLevel !== undefined) return open(account, decided, 'waiver', 'partner');
  const coverCredits = account.model.countSpendable(decided.now) + POLICY.overdraftCredits;
  return coverCredits <= heldBefore ? 'no_credits' : open(account, decided, 'debit', 'charged');
}

function open(account: PlainAccount, { look, now }: Look, kind: 'debit' | 'waiver', reason: string): string {
  const ticket = ticketOf(account, look.ticketId);
  const key = `${kind}:zt_${look.ticketId}:${ticket.chargeCount}`;
  ticket.charge = { kind, key, reason };
  ticket.chargeCount += 1;
  ticket.refundReason = undefined;
  if (kind === 'debit') account.model.take(key, 1, now);
  return 'done';
}
