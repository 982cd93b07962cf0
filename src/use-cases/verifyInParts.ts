import type { Clock } from './ports/clock';
import type { BadRow, LedgerProof } from './ports/ledgerProof';
import type { Logger } from './ports/logger';
import type { VerificationMemory, VerificationProgress } from './ports/verification';

/** What proving the ledger in parts needs. */
export type VerifyInPartsDeps = {
  proof: LedgerProof;
  verificationMemory: VerificationMemory;
  clock: Clock;
  logger: Logger;
};

/** How it ended; `to_be_continued`: the time was over, and the next run goes on. */
export type VerifyInPartsOutcome = {
  kind: 'sound' | 'broken' | 'to_be_continued';
  accountCount: number;
  entryCount: number;
};

/**
 * Proves the whole ledger as `verifyLedger` does, beside the bridge's work: one range of accounts at a time, and no range is
 * begun after `budgetMs`. After each range it is kept how far the proof has come, so whoever runs next goes on there, also
 * after a crash. How it ended is kept for the operator's machines, and the first bad row is said in the log. Fails with
 * `AdapterError` when the database cannot be asked.
 */
export async function verifyInParts(
  deps: VerifyInPartsDeps,
  { budgetMs }: { budgetMs: number },
): Promise<VerifyInPartsOutcome> {
  const { proof, verificationMemory, clock } = deps;
  const startedAt = clock.now().getTime();
  let progress = (await verificationMemory.readProgress()) ?? toBeginning(clock.now());
  for (;;) {
    const range = await proof.readRange(progress.afterId);
    if (range === undefined) return end(deps, progress, await proof.findStrayRow());
    if (clock.now().getTime() - startedAt >= budgetMs) return toOutcome('to_be_continued', progress);
    const proved = await proof.proveRange(range);
    progress = {
      ...progress,
      afterId: range.toId,
      accountCount: progress.accountCount + proved.accountCount,
      entryCount: progress.entryCount + proved.entryCount,
    };
    if (proved.bad !== undefined) return end(deps, progress, proved.bad);
    await verificationMemory.keepProgress(progress);
  }
}

function toBeginning(now: Date): VerificationProgress {
  return { beganAt: now.toISOString(), afterId: '0', accountCount: 0, entryCount: 0 };
}

async function end(
  { verificationMemory, clock, logger }: VerifyInPartsDeps,
  progress: VerificationProgress,
  bad: BadRow | undefined,
): Promise<VerifyInPartsOutcome> {
  const { beganAt, accountCount, entryCount } = progress;
  const endedAt = clock.now().toISOString();
  await verificationMemory.keepVerdict({ beganAt, endedAt, accountCount, entryCount, bad });
  if (bad !== undefined) logger.error({ ...bad }, 'the ledger does not hold');
  return toOutcome(bad === undefined ? 'sound' : 'broken', progress);
}

function toOutcome(
  kind: VerifyInPartsOutcome['kind'],
  { accountCount, entryCount }: VerificationProgress,
): VerifyInPartsOutcome {
  return { kind, accountCount, entryCount };
}
