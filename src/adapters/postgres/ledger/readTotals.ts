import type { Pool } from 'pg';
import type { AccountTotals } from '../../../use-cases/ports';

type TotalsRow = { balance: number; earned: number; bought: number; used: number; returned: number };

/** Totals over the whole life of a client's account; all zero for an unknown client. */
export async function readTotals(pool: Pool, billingAccountId: string): Promise<AccountTotals> {
  const { rows } = await pool.query<TotalsRow>(
    `select account.balance_credits as balance,
            coalesce(sum(entry.amount_credits) filter (where entry.kind = 'grant' and entry.reason = 'spend'), 0)::integer as earned,
            coalesce(sum(entry.amount_credits) filter (where entry.kind = 'grant' and entry.reason = 'pack'), 0)::integer as bought,
            coalesce(sum(entry.amount_credits) filter (where entry.kind = 'debit'), 0)::integer as used,
            coalesce(sum(entry.amount_credits) filter (where entry.kind = 'refund'), 0)::integer as returned
       from support_credits.credit_accounts account
       left join support_credits.ledger_entries entry on entry.credit_account_id = account.id
      where account.billing_account_id = $1
      group by account.id`,
    [billingAccountId],
  );
  const row = rows[0] ?? { balance: 0, earned: 0, bought: 0, used: 0, returned: 0 };
  return {
    balanceCredits: row.balance,
    earnedCredits: row.earned,
    boughtCredits: row.bought,
    usedCredits: row.used,
    returnedCredits: row.returned,
  };
}
