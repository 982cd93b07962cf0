/** An entry as it leaves the house: no names, no addresses, no texts that people wrote. Times are ISO 8601. */
export type ExportedEntry = {
  billingAccountId: string;
  accountSeq: number;
  key: string;
  kind: string;
  /** With its sign. */
  amountCredits: number;
  balanceAfterCredits: number;
  reason: string;
  problemId: string | undefined;
  ticketId: string | undefined;
  refundedKey: string | undefined;
  actorKind: string;
  occurredAt: string;
  recordedAt: string;
  /** Hex. */
  entryHash: string;
};

/** Reading all entries, in bounded pieces. */
export interface LedgerExport {
  countEntries(billingAccountId: string | undefined): Promise<number>;
  /** Client by client, each in the order of its chain; a piece is read when the one before it was taken. */
  readAllEntries(billingAccountId: string | undefined): AsyncIterable<ExportedEntry[]>;
}
