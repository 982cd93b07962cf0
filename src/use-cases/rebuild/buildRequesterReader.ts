import type { AccountReading } from '../../domain/accounts/accountFacts';
import { readAccount } from '../billing/readAccount';
import type { ReadAccountDeps } from '../billing/readAccount';
import { AdapterError } from '../ports/AdapterError';
import type { Desk } from '../ports/desk';

/** Who a requester is in billing now: never `unavailable`. Fails with `AdapterError`, also when billing cannot be asked. */
export type ReadRequester = (requesterId: string) => Promise<KnownReading>;

/** A reading that billing answered. */
export type KnownReading = Exclude<AccountReading, { kind: 'unavailable' }>;

/** Bounds the memory; whoever was learned first is forgotten first. */
const MAX_KEPT = 1_000;

/** Reads requesters on facts no older than `maxAgeMs`, and remembers them for as long as the reader is kept. */
export function buildRequesterReader(
  deps: ReadAccountDeps & { desk: Desk },
  maxAgeMs: number,
): ReadRequester {
  const known = new Map<string, KnownReading>();
  return async (requesterId) => {
    const remembered = known.get(requesterId);
    if (remembered !== undefined) return remembered;
    const requester = await deps.desk.readUser(requesterId);
    const { reading } = await readAccount(deps, requester, maxAgeMs);
    if (reading.kind === 'unavailable') throw toUnavailableError(reading);
    known.set(requesterId, reading);
    const [oldest] = known.keys();
    if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest);
    return reading;
  };
}

/** Whose credits a ticket of the past took cannot be known without billing, so nothing is decided about it until then. */
function toUnavailableError({ code, retry }: { code: string; retry: boolean }): AdapterError {
  return new AdapterError('Billing cannot be asked whose ticket this is.', { code, retry });
}
