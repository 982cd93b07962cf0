import { toNowMs } from './factsAges';
import { readFacts } from './readFacts';
import type { ReadFactsDeps } from './readFacts';

/** What one sweep may do: so many accounts, so many at once, for so long. */
export type SweepBounds = { limit: number; atOnce: number; budgetMs: number };

/** What one sweep did; `failureCount` are the accounts that could not be read. */
export type SweepOutcome = { accountCount: number; changedCount: number; failureCount: number };

/** After so many failures that may pass, billing is taken for away; the next sweep goes on. */
const MAX_OUTAGES = 5;

/**
 * Reads the accounts again that were not asked about for `billing.refreshSeconds`, longest ago first, books what that
 * justifies, and brings what shows them in line where credits, spend or partner status changed. Each account is taken by
 * one caller only, over all replicas; one that cannot be read keeps nobody else from being read. Fails with `AdapterError`
 * when the database cannot be asked.
 */
export async function refreshFacts(
  deps: ReadFactsDeps,
  { limit, atOnce, budgetMs }: SweepBounds,
): Promise<SweepOutcome> {
  const startedAt = deps.clock.now().getTime();
  const dueBefore = new Date(startedAt - deps.policy.billing.refreshSeconds * 1_000).toISOString();
  const outcome: SweepOutcome = { accountCount: 0, changedCount: 0, failureCount: 0 };
  let outageCount = 0;
  const canGoOn = () =>
    outcome.accountCount < limit &&
    outageCount < MAX_OUTAGES &&
    deps.clock.now().getTime() - startedAt < budgetMs;

  const sweep = async () => {
    while (canGoOn()) {
      // Counted before it is taken: the others at work must not pass the limit meanwhile.
      outcome.accountCount += 1;
      const billingAccountId = await deps.factsMemory.takeDue(dueBefore, deps.clock.now().toISOString());
      if (billingAccountId === undefined) {
        outcome.accountCount -= 1;
        return;
      }
      const became = await refreshDue(deps, billingAccountId);
      if (became === 'changed') outcome.changedCount += 1;
      if (became === 'failed' || became === 'away') outcome.failureCount += 1;
      if (became === 'away') outageCount += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sweep));
  return outcome;
}

async function refreshDue(
  deps: ReadFactsDeps,
  billingAccountId: string,
): Promise<'changed' | 'same' | 'failed' | 'away'> {
  const reading = await readFacts(deps, billingAccountId, toNowMs(deps.policy));
  if (reading.kind === 'failed') return reading.error.retry ? 'away' : 'failed';
  // Who else read it meanwhile has seen to the rest.
  const isSame = reading.kind === 'remembered' || (reading.kind === 'read' && !reading.isChanged);
  if (isSame) return 'same';
  await deps.queue.queueAccountWork(billingAccountId);
  return 'changed';
}
