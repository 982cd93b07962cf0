import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import type { Ledger, Logger } from '../../../src/use-cases/ports';
import { createTestDatabase } from './testDatabase';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A ledger on a database of its own. `close` fails the test when the ledger does not add up. */
export async function openTestLedger(): Promise<{
  ledger: Ledger;
  pool: Pool;
  url: string;
  close(): Promise<void>;
}> {
  const database = await createTestDatabase();
  const pool = buildPool({ connectionString: database.url, logger: silent });
  return {
    ledger: buildLedger(pool),
    pool,
    url: database.url,
    async close() {
      try {
        await assertLedgerAddsUp(pool);
      } finally {
        await pool.end();
        await database.drop();
      }
    },
  };
}

/** Balance = sum of entries = last `balance_after` = what is left in the grants less the overdraft, for every account. */
async function assertLedgerAddsUp(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`
    with entries as (
      select credit_account_id, sum(case kind when 'debit' then -amount_credits else amount_credits end) as total,
             (array_agg(balance_after_credits order by id desc))[1] as last_balance
        from support_credits.ledger_entries group by 1),
    lots as (select credit_account_id, sum(remaining_credits) as remaining from support_credits.grants group by 1),
    overdrafts as (
      select entry.credit_account_id,
             sum(case entry.kind when 'debit' then 1 else -1 end
                 * (entry.amount_credits - coalesce((select sum(amount_credits) from support_credits.allocations
                                                      where entry_id = entry.id), 0))) as overdrawn
        from support_credits.ledger_entries entry where entry.kind in ('debit', 'refund') group by 1)
    select account.id, account.balance_credits, entries.total, entries.last_balance, lots.remaining, overdrafts.overdrawn
      from support_credits.credit_accounts account
      left join entries on entries.credit_account_id = account.id
      left join lots on lots.credit_account_id = account.id
      left join overdrafts on overdrafts.credit_account_id = account.id
     where account.balance_credits <> coalesce(entries.total, 0)
        or account.balance_credits <> coalesce(entries.last_balance, 0)
        or account.balance_credits <> coalesce(lots.remaining, 0) - coalesce(overdrafts.overdrawn, 0)`);
  if (rows.length > 0) throw new Error(`The ledger does not add up: ${JSON.stringify(rows)}`);
}
