import type { WorkPageKind } from '../../contract/workPage';

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

/** What admins page through: what stands above, and what settles some day, but should be seen. */
export type PagedKind = WorkPageKind;

/** One thing to look at, always at a ticket. */
export type WorkItem = {
  ticketId: string;
  /** Since when it has been so, ISO 8601. */
  since: string;
  /** The reason of the ticket's state, or of the refusal. */
  reason: string | undefined;
  billingAccountId: string | undefined;
  requesterId: string | undefined;
  /** What was asked for and refused. */
  action: string | undefined;
  /** What the account has left, below 0 for a debt. */
  credits: number | undefined;
};

/** `next` is what `after` is to be for the page behind this one; undefined: this is the last one. */
export type WorkPage = { count: number; items: WorkItem[]; next: string | undefined };

/** As of `now` (ISO 8601), at most `limit` items. */
export type WorkPageRequest = { now: string; limit: number; after: string | undefined };

/** Reads what there is to look at. Fails with `AdapterError` when the database cannot be asked. */
export interface WorkLists {
  /** As of `now` (ISO 8601); at most `limit` ids of each kind, lowest first. */
  readWorkList(now: string, limit: number): Promise<WorkList>;
  /** A page of one kind, oldest first. */
  readWorkPage(kind: PagedKind, request: WorkPageRequest): Promise<WorkPage>;
}
