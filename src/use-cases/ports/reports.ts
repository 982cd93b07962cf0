import type { GrantSource } from '../../domain/credits/grant';

/** What movements are told apart by. */
export const MOVEMENT_KEYS = ['day', 'product', 'topic', 'reason', 'agent'] as const;

/** One of the closed list of what movements are told apart by. */
export type MovementKey = (typeof MOVEMENT_KEYS)[number];

/**
 * Days of UTC (`2026-11-22`), first and last included, by when it happened; only tickets of `product`, where '' is those that
 * say none; undefined: all.
 */
export type ReportRange = { from: string; to: string; product: string | undefined };

/** How often charges were made and returned, and how many credits that moved. */
export type Movements = {
  debits: number;
  waivers: number;
  refunds: number;
  debitedCredits: number;
  refundedCredits: number;
};

/** `key` is null for tickets that do not say, and for what the rules did without an agent. */
export type MovementRow = Movements & { key: string | null };

/** Credits that clients have not used, by source, and by how long they have been usable, in days; null: not yet. */
export type OutstandingRow = {
  source: GrantSource;
  isPaid: boolean;
  fromDays: number | null;
  credits: number;
};

/** Debits and how many of them went back for a wrong line, in the same days. */
export type WrongLineRow = { day: string; debits: number; wrongLines: number };

/** Debits written within `belowSeconds` after the submit and not within less; null: later than all others. */
export type WaitRow = { belowSeconds: number | null; debits: number };

/** What admins are shown of the ledger as a whole. Read from counts, so it takes the same time however long it is. */
export interface Reports {
  /** By day in order, else most movements first, at most `limit` rows; `totals` are of all. */
  readMovements(
    range: ReportRange,
    by: MovementKey,
    limit: number,
  ): Promise<{ rows: MovementRow[]; totals: Movements }>;
  /**
   * As of `today`, a day of UTC, by the ages that begin at so many days, in order. `owedCredits` is what clients took
   * beyond what they had.
   */
  readOutstanding(
    today: string,
    agesDays: readonly number[],
  ): Promise<{ rows: OutstandingRow[]; owedCredits: number }>;
  /** R6: by day, and by who handed the tickets over, most first, at most `limit` people. */
  readWrongLines(
    range: ReportRange,
    limit: number,
  ): Promise<{ days: WrongLineRow[]; people: { personId: string; wrongLines: number }[] }>;
  /** `unknownDebits`: handed over by client care, or written before the time of the submit was kept. */
  readWaits(range: ReportRange): Promise<{ rows: WaitRow[]; unknownDebits: number }>;
  /** Adds up what was counted since it was last called; what is read does not change. Answers how many parts that were. */
  addUpCounts(): Promise<number>;
}
