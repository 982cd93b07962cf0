import type { SnapshotFile } from '../../kit/snapshotFile';
import type { BillingRows } from './rows';

/** Each kind of row has its own ids; they start apart, so that an account id never passes for a user id. */
const FIRST_IDS = { account: 1001, user: 5001, expense: 20001, payment: 40001, item: 7001, partner: 301 };

export type IdKind = keyof typeof FIRST_IDS;

/** What is written to disk: the rows, and the next id of each kind. */
export type BillingSnapshot = { rows: BillingRows; nextIds: Record<IdKind, number> };

/** The one place where the simulated billing changes. */
export type BillingStore = {
  rows(): BillingRows;
  /** A fresh id, never given before, not even before a reset or a restart. */
  takeId(kind: IdKind): string;
  /** Must be called after the rows were changed, so that they reach the disk. */
  saveSoon(): void;
  /** Drops all rows; ids go on. */
  clear(): void;
  flush(): Promise<void>;
};

/** Promises a store that holds what the snapshot holds; `isNew` says that there was none. */
export function buildBillingStore(file: SnapshotFile<BillingSnapshot>): BillingStore & { isNew: boolean } {
  const found = file.load();
  const state: BillingSnapshot = found ?? { rows: buildEmptyRows(), nextIds: { ...FIRST_IDS } };
  const saveSoon = (): void => {
    file.save(state);
  };
  return {
    isNew: found === undefined,
    rows: () => state.rows,
    takeId: (kind) => String(state.nextIds[kind]++),
    saveSoon,
    clear: () => {
      state.rows = buildEmptyRows();
      saveSoon();
    },
    flush: () => file.flush(),
  };
}

function buildEmptyRows(): BillingRows {
  return { accounts: [], users: [], expenses: [], payments: [], partners: [], packs: [] };
}
