/** Accounts above `afterId` up to `toId`, in the order of their ids. */
export type AccountRange = { afterId: string; toId: string };

/** What does not hold: of which client, of which entry (undefined: of the account as a whole), and why, in words. */
export type BadRow = {
  billingAccountId: string | undefined;
  accountSeq: number | undefined;
  entryKey: string | undefined;
  wrong: string;
};

/** What was looked at in one range, and the first thing that does not hold there. */
export type RangeProof = { accountCount: number; entryCount: number; bad: BadRow | undefined };

/** The proof of the ledger, range by range; each range is looked at as it was at one moment. */
export interface LedgerProof {
  /** About how many entries there are. */
  countEntries(): Promise<number>;
  /** The next accounts after `afterId`, with about 50,000 entries together; undefined after the last one. */
  readRange(afterId: string): Promise<AccountRange | undefined>;
  proveRange(range: AccountRange): Promise<RangeProof>;
  /** A row that belongs to no entry. */
  findStrayRow(): Promise<BadRow | undefined>;
}
