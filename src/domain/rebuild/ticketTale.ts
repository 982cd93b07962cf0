import type { Line } from '../line/line';
import type { Policy } from '../policy/policy';
import type { CommandAction } from '../tickets/command';
import type { CreditState } from '../tickets/creditState';

/** When something happened (ISO 8601) and the audit that tells of it, which orders what happened within one second. */
export type Stamp = { at: string; auditId: string };

/** The bridge made the ticket say `state`, and took the asking `taken` out of its field in the same change. */
export type Shown = Stamp & { state: CreditState | undefined; taken: CommandAction | undefined };

/** What people of the helpdesk asked for by the command field. */
export type Asked = Stamp & { action: CommandAction; actorId: string };

/** What the helpdesk still tells of the life of one ticket. Lists are oldest first. */
export type TicketTale = {
  id: string;
  createdAt: string;
  /** Of now. */
  requesterId: string;
  /** When it was closed, or last changed. */
  closedAt: string;
  followUpOf: string | undefined;
  shown: Shown[];
  asked: Asked[];
  /** Whose ticket it became; one that was made for somebody begins with it. */
  requesterChanges: (Stamp & { requesterId: string })[];
  /** Which problem ticket it was linked to; undefined: to none any more. */
  problemLinks: (Stamp & { problemTicketId: string | undefined })[];
  lineChanges: { line: Line | undefined; at: string; actorId: string }[];
  agentReplies: { at: string }[];
};

/** What has to be known besides the tickets. */
export type ToldWorld = {
  /** The billing account of each requester who is a known client now. */
  accounts: ReadonlyMap<string, string>;
  /** Problem tickets that are defects of the software. */
  defectIds: ReadonlySet<string>;
  policy: Pick<Policy, 'followUpFreeDays' | 'refundReasons'>;
};

/** Orders by time; within a second by the audit's id, which grows and may be too long for a number. */
export function compareStamps(one: Stamp, other: Stamp): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.auditId.length !== other.auditId.length) return one.auditId.length - other.auditId.length;
  if (one.auditId === other.auditId) return 0;
  return one.auditId < other.auditId ? -1 : 1;
}

/** Who asked at that moment: before any change that is told, who asked first. */
export function requesterAt(tale: TicketTale, stamp: Stamp): string {
  const changes = tale.requesterChanges;
  const last = changes.filter((change) => compareStamps(change, stamp) <= 0).at(-1) ?? changes[0];
  return last?.requesterId ?? tale.requesterId;
}

/** Whose credits a charge at that moment took: the requester's of then, or of now when billing no longer knows that one. */
export function accountAt(tale: TicketTale, stamp: Stamp, { accounts }: ToldWorld): string | undefined {
  return accounts.get(requesterAt(tale, stamp)) ?? accounts.get(tale.requesterId);
}

/** What the bridge made the ticket say next. */
export function nextShown(tale: TicketTale, stamp: Stamp): Shown | undefined {
  return tale.shown.find((shown) => compareStamps(shown, stamp) > 0);
}
