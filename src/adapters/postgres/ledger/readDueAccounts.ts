import type { Pool } from 'pg';

/** Clients with something left in a grant that has ended by `now` (ISO 8601), longest ended first. */
export async function readDueAccounts(pool: Pool, now: string, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ billing_account_id: string }>(
    `select account.billing_account_id
       from support_credits.grants lot
       join support_credits.credit_accounts account on account.id = lot.credit_account_id
      where lot.has_credits_left and lot.expires_at <= $1
      group by account.id order by min(lot.expires_at), account.id limit $2`,
    [now, limit],
  );
  return rows.map((row) => row.billing_account_id);
}
