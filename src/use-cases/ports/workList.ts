/** What the bridge cannot mend by itself, so that people have to look at it. */
export const WORK_KINDS = [
  /** Solved, a defect of the software itself or linked to one, and its credit is still debited. */
  'defect_still_charged',
  /** Its credit was returned for a defect to which it is not linked any more, or which is none any more. */
  'defect_left_after_refund',
  /** Closed, and its field says something else than the ledger. */
  'closed_unlike_ledger',
  /** Left alone for a while, because another system writes the ticket against the bridge. */
  'cut_off',
] as const;

/** One of the closed list of things to look at. */
export type WorkKind = (typeof WORK_KINDS)[number];

/** How many tickets there are of a kind, and the ids of the first few. */
export type WorkItems = { count: number; ticketIds: string[] };

/** What there is to look at, kind by kind. */
export type WorkList = Record<WorkKind, WorkItems>;

/** Reads what there is to look at. Fails with `AdapterError` when the database cannot be asked. */
export interface WorkLists {
  /** As of `now` (ISO 8601); at most `limit` ids of each kind, lowest first. */
  readWorkList(now: string, limit: number): Promise<WorkList>;
}
