import type { Clock } from '../ports/clock';
import type { FactsMemory } from '../ports/factsMemory';
import type { WorkQueue } from '../ports/workQueue';

/** What news from billing need. */
export type NoteAccountChangeDeps = { factsMemory: FactsMemory; queue: WorkQueue; clock: Clock };

/**
 * Billing says that the account may have changed: what was read before is not fresh any more, and a reading is queued.
 * Both are durable on return. Of an account that nobody here ever belonged to there is nothing to read.
 */
export async function noteAccountChange(
  deps: NoteAccountChangeDeps,
  billingAccountId: string,
): Promise<'queued' | 'unknown_account'> {
  const isKnown = await deps.factsMemory.noteChange(billingAccountId, deps.clock.now().toISOString());
  if (!isKnown) return 'unknown_account';
  await deps.queue.queueRefresh(billingAccountId);
  return 'queued';
}
