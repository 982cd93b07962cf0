import type { Pool } from 'pg';
import type { AccountTotals } from '../../../use-cases/ports/ledger';

type TotalsRow = {
  balance_credits: number;
  earned_credits: number;
  bought_credits: number;
  used_credits: number;
  returned_credits: number;
};

/** Totals over the whole life of a client's account; all zero for an unknown client. */
export async function readTotals(pool: Pool, billingAccountId: string): Promise<AccountTotals> {
  const { rows } = await pool.query<TotalsRow>(
    `select balance_credits, earned_credits, bought_credits, used_credits, returned_credits
       from support_credits.credit_accounts where billing_account_id = $1`,
    [billingAccountId],
  );
  const row = rows[0];
  return {
    balanceCredits: row?.balance_credits ?? 0,
    earnedCredits: row?.earned_credits ?? 0,
    boughtCredits: row?.bought_credits ?? 0,
    usedCredits: row?.used_credits ?? 0,
    returnedCredits: row?.returned_credits ?? 0,
  };
}
