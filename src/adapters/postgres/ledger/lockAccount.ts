import type { PoolClient } from 'pg';

/** A credit account whose row this transaction has locked. */
export type LockedAccount = { id: string; billingAccountId: string; balanceCredits: number };

/**
 * Locks the client's credit account until the transaction ends, making it when it is new. Everything that moves credits
 * of a client goes through this one row, so two decisions about one client never interleave.
 */
export async function lockAccount(client: PoolClient, billingAccountId: string): Promise<LockedAccount> {
  // The insert comes first so that two replicas meeting a new client agree on one row before either locks it.
  await client.query(
    `insert into support_credits.credit_accounts (billing_account_id) values ($1)
     on conflict (billing_account_id) do nothing`,
    [billingAccountId],
  );
  const { rows } = await client.query<{ id: string; balance_credits: number }>(
    `select id, balance_credits from support_credits.credit_accounts where billing_account_id = $1 for update`,
    [billingAccountId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('Defect: a credit account vanished between insert and lock.');
  return { id: row.id, billingAccountId, balanceCredits: row.balance_credits };
}
