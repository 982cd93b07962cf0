/** A ticket held for `no_credits`, with the time since when it has been waiting without a break (ISO 8601). */
export type HeldTicket = { ticketId: string; waitingSince: string };

/** How many of the tickets held of an account a decision looks at; far more than credits that ever come at once. */
export const MAX_HELD_TICKETS = 1_000;

/** Oldest first; of the same moment, the one with the lower number. The SQL that reads and picks them does the same. */
export function compareHeldTickets(one: HeldTicket, other: HeldTicket): number {
  if (one.waitingSince !== other.waitingSince) return one.waitingSince < other.waitingSince ? -1 : 1;
  if (one.ticketId === other.ticketId) return 0;
  if (one.ticketId.length !== other.ticketId.length) return one.ticketId.length - other.ticketId.length;
  return one.ticketId < other.ticketId ? -1 : 1;
}

/** How many of `held` are other tickets, and how many of those are older; all when `ticketId` does not wait yet. */
export function countHeldTickets(
  held: readonly HeldTicket[],
  ticketId: string,
  waitingSince: string | undefined,
): { otherHeldTickets: number; olderHeldTickets: number } {
  const others = held.filter((each) => each.ticketId !== ticketId);
  const older =
    waitingSince === undefined
      ? others
      : others.filter((each) => compareHeldTickets(each, { ticketId, waitingSince }) < 0);
  return { otherHeldTickets: others.length, olderHeldTickets: older.length };
}

/** The account's held tickets after a decision about `ticketId`: with it when it is held, else without it. */
export function afterDecision(
  held: readonly HeldTicket[],
  ticket: HeldTicket,
  isHeld: boolean,
): readonly HeldTicket[] {
  const isListed = held.some((each) => each.ticketId === ticket.ticketId);
  if (!isHeld && !isListed) return held;
  const others = held.filter((each) => each.ticketId !== ticket.ticketId);
  return isHeld ? [...others, ticket].sort(compareHeldTickets) : others;
}
