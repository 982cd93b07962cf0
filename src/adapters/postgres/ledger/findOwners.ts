import type { PoolClient } from 'pg';

/** Which client each problem was last charged to; problems that never were are left out. */
export async function findOwners(
  client: PoolClient,
  problemIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ problem_id: string; billing_account_id: string }>(
    `select wanted.problem_id, account.billing_account_id
       from unnest($1::text[]) as wanted (problem_id)
       join lateral (select credit_account_id from support_credits.ledger_entries entry
                      where entry.problem_id = wanted.problem_id order by entry.id desc limit 1) last on true
       join support_credits.credit_accounts account on account.id = last.credit_account_id`,
    [problemIds],
  );
  return new Map(rows.map((row) => [row.problem_id, row.billing_account_id]));
}
