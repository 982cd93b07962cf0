import type { AccountRange, BadRow, LedgerProof, RangeProof } from './ports/ledgerProof';

/** What the proof came to. */
export type LedgerVerdict = { accountCount: number; entryCount: number; bad: BadRow | undefined };

/** Ranges at once: two keep two cores of the database busy, and memory stays flat. */
const RANGES_AT_ONCE = 2;

/**
 * Proves the whole ledger range by range and stops at the first bad row, in the order of accounts and entries, whichever
 * range was ready first. `onProgress` hears how many entries are proved.
 */
export async function verifyLedger(
  proof: LedgerProof,
  onProgress: (entryCount: number) => void,
): Promise<LedgerVerdict> {
  const verdict: LedgerVerdict = { accountCount: 0, entryCount: 0, bad: undefined };
  const underWay: Promise<RangeProof>[] = [];
  let range: AccountRange | undefined = await proof.readRange('0');
  while (range !== undefined || underWay.length > 0) {
    while (range !== undefined && underWay.length < RANGES_AT_ONCE) {
      const proving = proof.proveRange(range);
      // A failure is met where the range's turn comes; until then nobody listens.
      proving.catch(() => undefined);
      underWay.push(proving);
      range = await proof.readRange(range.toId);
    }
    const proved = await underWay.shift();
    verdict.accountCount += proved?.accountCount ?? 0;
    verdict.entryCount += proved?.entryCount ?? 0;
    verdict.bad = proved?.bad;
    onProgress(verdict.entryCount);
    if (verdict.bad !== undefined) break;
  }
  await Promise.allSettled(underWay);
  verdict.bad ??= await proof.findStrayRow();
  return verdict;
}
