import type { Policy } from '../policy/policy';
import { toProblemId } from './ticketFacts';

/** A closed ticket that another one follows up; `closedAt` is ISO 8601. */
export type FollowedTicket = {
  problemId: string;
  closedAt: string;
  /** Whether both were asked by one person, or by people of one credit account. */
  isOfSameClient: boolean;
};

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * R4: the problem of a ticket that follows up another one: the same problem when it was made less than
 * `followUpFreeDays` after the other one was closed, and for the same client; else one of its own.
 */
export function toProblem(
  ticket: { id: string; createdAt: string },
  followed: FollowedTicket,
  policy: Pick<Policy, 'followUpFreeDays'>,
): string {
  const ageMs = Date.parse(ticket.createdAt) - Date.parse(followed.closedAt);
  const isInTime = ageMs < policy.followUpFreeDays * DAY_MS;
  return isInTime && followed.isOfSameClient ? followed.problemId : toProblemId(ticket.id);
}
