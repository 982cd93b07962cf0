import { decideExpiries } from '../domain/credits/decideExpiries';
import type { Clock } from './ports/clock';
import type { Ledger } from './ports/ledger';

/** What the expiry job needs. */
export type ExpireGrantsDeps = { ledger: Ledger; clock: Clock };

/**
 * Books what is left of grants that have ended, client by client, each decided anew under the lock of its account: what a
 * debit or a refund did in between is seen. At most `limit` clients a run, longest ended first; the next run goes on.
 */
export async function expireGrants(
  deps: ExpireGrantsDeps,
  limit: number,
): Promise<{ accountCount: number; entryCount: number }> {
  const now = deps.clock.now().toISOString();
  const billingAccountIds = await deps.ledger.readDueAccounts(now, limit);
  let entryCount = 0;
  for (const billingAccountId of billingAccountIds) {
    const outcome = await deps.ledger.appendDecided({ billingAccountId, occurredAt: now }, (view) => ({
      ok: true,
      value: decideExpiries(view.book.grants, now),
    }));
    if (outcome.kind === 'appended') entryCount += outcome.entryKeys.length;
  }
  return { accountCount: billingAccountIds.length, entryCount };
}
