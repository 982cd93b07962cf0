import type { Pool } from 'pg';
import type { AccountFacts } from '../../../domain/accounts/accountFacts';
import type { RememberedFacts } from '../../../use-cases/ports/factsMemory';

type FactsRow = { facts: AccountFacts; is_reachable: boolean; changed_at: Date | null; asked_at: Date };

/** Undefined: the account was never read. */
export async function recallFacts(
  pool: Pool,
  billingAccountId: string,
): Promise<RememberedFacts | undefined> {
  const { rows } = await pool.query<FactsRow>({
    name: 'recall_facts',
    text: `select facts, is_reachable, changed_at, asked_at from support_credits.billing_facts
            where billing_account_id = $1 and facts is not null`,
    values: [billingAccountId],
  });
  return (
    rows[0] && {
      facts: rows[0].facts,
      isReachable: rows[0].is_reachable,
      changedAt: rows[0].changed_at?.toISOString(),
      askedAt: rows[0].asked_at.toISOString(),
    }
  );
}

/**
 * Remembers what was read in the turn `turnId`, unless that has passed to others. Whose reading is newer is told by the
 * turns alone: a `read_at` that a clock wrote which ran ahead must not outlast what is read after it.
 */
export async function rememberFacts(
  pool: Pool,
  facts: AccountFacts,
  readMs: number,
  turnId: string,
): Promise<void> {
  await pool.query(
    `update support_credits.billing_facts
        set facts = $2, read_at = $3, read_ms = $4, is_reachable = true
      where billing_account_id = $1 and lease_id = $5`,
    // The list of expenses may be long; only a fresh reading needs it, as proof of earned credits.
    [facts.billingAccountId, { ...facts, expenses: [] }, facts.readAt, readMs, turnId],
  );
}

/** The last attempt to read the account failed. */
export async function rememberFailure(pool: Pool, billingAccountId: string): Promise<void> {
  await pool.query(
    'update support_credits.billing_facts set is_reachable = false where billing_account_id = $1',
    [billingAccountId],
  );
}

/** Billing has no such account (any more). */
export async function forgetAccount(pool: Pool, billingAccountId: string): Promise<void> {
  await pool.query('delete from support_credits.billing_facts where billing_account_id = $1', [
    billingAccountId,
  ]);
}

/** What was read before `at` is not fresh any more; false when the account is not known here. */
export async function noteChange(pool: Pool, billingAccountId: string, at: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update support_credits.billing_facts set changed_at = greatest(changed_at, $2)
      where billing_account_id = $1`,
    [billingAccountId, at],
  );
  return rowCount === 1;
}
