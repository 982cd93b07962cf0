import type { ChangedTicket, SweepPosition } from './changedTickets';

/** Tickets that nothing accounts for: how many, and the ids of the first few. */
export type Unexplained = { count: number; ticketIds: string[] };

/** What sweeps have in common, over all replicas. Every method fails with `AdapterError`. */
export interface SweepMemory {
  /** How far the sweeps came. At the very first, `{ startAt }` is remembered from then on. */
  readPosition(startAt: string): Promise<SweepPosition>;
  /** Goes on from `from` to `to`; false, and nothing changed: another sweep went on from there. */
  movePosition(from: SweepPosition, to: SweepPosition, now: string): Promise<boolean>;
  /**
   * Queues looks at these tickets, behind those that events asked for, but not at those that were decided `marginMs` or
   * longer after their change, and remembers which of technical support were never decided. Answers how many were
   * queued: a ticket whose look waits already is left out.
   */
  queueLooks(
    tickets: readonly ChangedTicket[],
    options: { marginMs: number; now: string },
  ): Promise<{ queued: number }>;
  /** A sweep ended; what changed before `reachedAt` was seen, undefined: it came to nothing. Times are ISO 8601. */
  noteEnd(endedAt: string, reachedAt: string | undefined): Promise<void>;
  /**
   * Tickets of technical support that are neither debited, waived, held, pending nor refunded: those never decided
   * although a sweep saw them before `seenBefore` (ISO 8601), and those decided to be free.
   */
  readUnexplained(seenBefore: string): Promise<Unexplained>;
}
