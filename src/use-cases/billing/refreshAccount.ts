import { toNowMs } from './factsAges';
import { readFacts } from './readFacts';
import type { ReadFactsDeps } from './readFacts';

/** What refreshing an account needs. */
export type RefreshAccountDeps = ReadFactsDeps;

/** How it ended; `gone`: billing has no such account (any more). */
export type RefreshAccountOutcome = 'read' | 'remembered' | 'gone';

/**
 * Reads what billing says of an account now, books what that justifies, and queues looks at the tickets that wait for it
 * and what shows it at people. Fails with the `AdapterError` of billing or of the database; the job is then tried again.
 */
export async function refreshAccount(
  deps: RefreshAccountDeps,
  billingAccountId: string,
): Promise<RefreshAccountOutcome> {
  const reading = await readFacts(deps, billingAccountId, toNowMs(deps.policy));
  if (reading.kind === 'failed') throw reading.error;
  await deps.queue.queueAccountWork(billingAccountId);
  return reading.kind === 'no_account' ? 'gone' : reading.kind;
}
