import { AdapterError } from '../ports/AdapterError';
import type { NativeCounts } from '../ports/shadowReport';
import type { ComparedTicket } from './comparePage';

/** A compared ticket with how many incidents billing itself counts for its client; undefined: not known. */
export type CountedTicket = ComparedTicket & { nativeCount: number | undefined };

/** Clients whose count could not be read, and why the last one could not. */
export type UncountedClients = { clientCount: number; code: string | undefined };

/** Then billing is taken for away, or the place of the count for wrong, and it is not asked any more. */
const MAX_FAILURES_IN_A_ROW = 3;

/**
 * The same pages with billing's own count, read once for each client, one after another. Who cannot be counted is left without
 * a count and added to `uncounted`, so that the report stands without billing, too; so is everybody once `hasTime` says no.
 * Only reads.
 */
export async function* addNativeCounts(
  pages: AsyncIterable<ComparedTicket[]>,
  nativeCounts: NativeCounts,
  uncounted: UncountedClients,
  hasTime: () => boolean = () => true,
): AsyncGenerator<CountedTicket[]> {
  const known = new Map<string, number | undefined>();
  let failuresInARow = 0;
  const read = async (billingAccountId: string): Promise<number | undefined> => {
    try {
      if (failuresInARow < MAX_FAILURES_IN_A_ROW && hasTime()) {
        const count = await nativeCounts.readNativeCount(billingAccountId);
        failuresInARow = 0;
        return count;
      }
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      failuresInARow += 1;
      uncounted.code = error.code;
    }
    uncounted.clientCount += 1;
    return undefined;
  };
  for await (const tickets of pages) {
    const counted: CountedTicket[] = [];
    for (const ticket of tickets) {
      const { billingAccountId: id } = ticket;
      if (id !== undefined && !known.has(id)) known.set(id, await read(id));
      counted.push({ ...ticket, nativeCount: id === undefined ? undefined : known.get(id) });
    }
    yield counted;
  }
}
