import type { SnapshotFile } from '../../kit/snapshotFile';
import { buildBillingIndex } from './billingIndex';
import type { BillingIndex } from './billingIndex';
import { buildEmptyRows } from './rows';
import type { BillingRows } from './rows';

/** Each kind of row has its own ids; they start apart, so that an account id never passes for a user id. */
const FIRST_IDS = {
  account: 1001,
  subaccount: 2001,
  user: 5001,
  expense: 20001,
  payment: 40001,
  item: 7001,
  partner: 301,
  group: 11,
};

export type IdKind = keyof typeof FIRST_IDS;

/** Rows of another shape than today's cannot be read; their ids are never given again all the same. */
const SHAPE = 2;

/** What is written to disk: the rows, the shape they have, and the next id of each kind. */
export type BillingSnapshot = { shape: number; rows: BillingRows; nextIds: Record<IdKind, number> };

/** The one place where the simulated billing changes. */
export type BillingStore = {
  rows(): BillingRows;
  /** The rows by account, as they are since the last change. */
  index(): BillingIndex;
  /** A fresh id, never given before, not even before a reset or a restart. */
  takeId(kind: IdKind): string;
  /** Must be called after the rows were changed, so that the index follows and they reach the disk. */
  changed(): void;
  /** Drops all rows; ids go on. */
  clear(): void;
  flush(): Promise<void>;
};

/** Promises a store that holds what the snapshot holds; `isNew` says that there was none that can be read. */
export function buildBillingStore(file: SnapshotFile<BillingSnapshot>): BillingStore & { isNew: boolean } {
  const found = file.load();
  const isNew = found?.shape !== SHAPE;
  const state: BillingSnapshot = {
    shape: SHAPE,
    rows: isNew ? buildEmptyRows() : found.rows,
    nextIds: { ...FIRST_IDS, ...found?.nextIds },
  };
  let index: BillingIndex | undefined;
  const changed = (): void => {
    index = undefined;
    file.save(() => state);
  };
  return {
    isNew,
    rows: () => state.rows,
    index: () => (index ??= buildBillingIndex(state.rows)),
    takeId: (kind) => String(state.nextIds[kind]++),
    changed,
    clear: () => {
      state.rows = buildEmptyRows();
      changed();
    },
    flush: () => file.flush(),
  };
}
