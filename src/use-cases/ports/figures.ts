import type { PagedKind } from './workList';

/** Jobs of one task: those that could run now, that run later, that run, and that were given up. */
export type QueueFigures = {
  task: string;
  ready: number;
  later: number;
  running: number;
  givenUp: number;
  /** How long the oldest of those that could run has waited since it could; 0 when there is none. */
  oldestReadySeconds: number;
};

/** When billing was last read, of the account that was read last and of the one that was read longest ago. */
export type BillingAges = { newestSeconds: number; oldestSeconds: number };

/** How the last proof of the whole ledger ended. */
export type VerifyFigures = {
  isSound: boolean;
  endedAt: string;
  entryCount: number;
  durationSeconds: number;
};

/** What the database says of the whole bridge: the same at every replica. */
export type Figures = {
  queue: QueueFigures[];
  /** Undefined: no account was read yet. */
  billing: BillingAges | undefined;
  work: { kind: PagedKind; count: number }[];
  /** How long an outside system asked to wait, by what for; of single addresses the longest. */
  pauses: { scope: string; seconds: number }[];
  /** How far ahead the places of each pace are taken; 0: all are free. */
  paces: { name: string; aheadSeconds: number }[];
  /** Undefined: the ledger was never proved as a whole. */
  verified: VerifyFigures | undefined;
};

/** Reads what operators watch. */
export interface FiguresSource {
  /** As of `now` (ISO 8601), in a few seconds at most. Fails with `AdapterError` when the database cannot be asked. */
  readFigures(now: string): Promise<Figures>;
}
