import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { ReconcileDeps } from '../../src/use-cases/reconcileTicket';
import { takeQueuedLooks } from '../helpers/database/takeQueuedLooks';
import type { World } from './world';

/** More rounds than any chain of looks needs; looks that ask for each other for ever fail the test. */
const MAX_ROUNDS = 20;

/**
 * Does the looks that wait in the queue, and those that they lead to, as the worker would; answers the tickets that were
 * looked at, in order. The other jobs are left out.
 */
export async function runQueuedLooks(
  world: Pick<World, 'pool'> & { deps: ReconcileDeps },
): Promise<string[]> {
  const looked: string[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const ticketIds = await takeQueuedLooks(world.pool);
    if (ticketIds.length === 0) return looked;
    for (const ticketId of ticketIds) {
      await reconcileTicket(world.deps, ticketId);
      looked.push(ticketId);
    }
  }
  throw new Error(`Looks lead to looks for ever: ${looked.join(', ')}`);
}
