import type { PoolClient } from 'pg';

/** Which client the problem was last charged to; undefined when it never was. */
export async function findChargedAccount(client: PoolClient, problemId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ billing_account_id: string }>(
    `select account.billing_account_id
       from support_credits.ledger_entries entry
       join support_credits.credit_accounts account on account.id = entry.credit_account_id
      where entry.problem_id = $1 order by entry.id desc limit 1`,
    [problemId],
  );
  return rows[0]?.billing_account_id;
}
