import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { decideAccount } from '../../domain/entitlement/decideAccount';
import type { Policy } from '../../domain/policy/policy';
import type { Clock } from '../ports/clock';
import type { Ledger } from '../ports/ledger';

/** What booking needs. */
type BookFactsDeps = { ledger: Ledger; clock: Clock; policy: Policy };

/**
 * Grants what is earned or bought and takes back what is not earned any more, as every look at a ticket would. Undefined:
 * the turn has passed to others meanwhile, whose reading is newer; nothing was booked. Else the keys of the new entries. Fails
 * with `AdapterError` when the database cannot be asked.
 */
export async function bookFacts(
  { ledger, clock, policy }: BookFactsDeps,
  facts: AccountFacts,
  turnId: string,
): Promise<string[] | undefined> {
  const now = clock.now().toISOString();
  const { billingAccountId } = facts;
  const request = { billingAccountId, occurredAt: now, turnId };
  const outcome = await ledger.appendDecided<'turn_lost'>(request, (view, hasTurn) =>
    hasTurn
      ? { ok: true, value: decideAccount(facts, view, policy, now).entries }
      : { ok: false, reason: 'turn_lost' },
  );
  return outcome.kind === 'appended' ? outcome.entryKeys : undefined;
}
