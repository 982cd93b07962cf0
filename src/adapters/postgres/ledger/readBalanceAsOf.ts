import type { Pool } from 'pg';
import type { LedgerClock } from '../../../use-cases/ports/ledger';

/**
 * The balance of a client at a moment of the past, by either clock. Added up, not looked up: entries of two replicas
 * need not stand in the order of their times. An unknown client has 0.
 */
export async function readBalanceAsOf(
  pool: Pool,
  billingAccountId: string,
  at: string,
  clock: LedgerClock,
): Promise<number> {
  const column = clock === 'occurred' ? 'occurred_at' : 'recorded_at';
  const { rows } = await pool.query<{ balance_credits: number }>(
    `select coalesce(sum(entry.sign * entry.amount_credits), 0)::integer as balance_credits
       from support_credits.ledger_entries entry
       join support_credits.credit_accounts account on account.id = entry.credit_account_id
      where account.billing_account_id = $1 and entry.${column} <= $2`,
    [billingAccountId, at],
  );
  return rows[0]?.balance_credits ?? 0;
}
