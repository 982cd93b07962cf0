import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import type { Logger } from '../../../src/use-cases/ports/logger';
import { verifyLedger } from '../../../src/use-cases/verifyLedger';
import { assertCountsHold } from './assertCountsHold';
import { createTestDatabase } from './testDatabase';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A ledger on a database of its own. `close` fails the test when the ledger or the counts of reports do not add up, or
 * the ledger does not verify. */
export async function openTestLedger(): Promise<{
  ledger: Ledger;
  pool: Pool;
  url: string;
  close(): Promise<void>;
}> {
  const database = await createTestDatabase();
  const pool = buildPool({ connectionString: database.url, logger: silent });
  return {
    ledger: buildLedger(pool, { now: () => new Date() }),
    pool,
    url: database.url,
    async close() {
      try {
        await assertLedgerAddsUp(pool);
        await assertCountsHold(pool);
        const { bad } = await verifyLedger(buildLedgerProof(pool), () => undefined);
        if (bad !== undefined) throw new Error(`The ledger does not verify: ${JSON.stringify(bad)}`);
      } finally {
        await pool.end();
        await database.drop();
      }
    },
  };
}

/**
 * For every account: balance = sum of entries = last `balance_after` = what is left in the grants less the debts, and every
 * link of the chain is what the database computes for it.
 */
async function assertLedgerAddsUp(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`
    with entries as (
      select credit_account_id, sum(sign * amount_credits) as total, count(*) as entries,
             (array_agg(balance_after_credits order by account_seq desc))[1] as last_balance,
             (array_agg(entry_hash order by account_seq desc))[1] as last_hash
        from support_credits.ledger_entries group by 1),
    lots as (select credit_account_id, sum(remaining_credits) as remaining from support_credits.grants group by 1),
    owed as (select credit_account_id, sum(amount_credits) as owed from support_credits.debts group by 1)
    select account.billing_account_id, account.balance_credits, entries.total, entries.last_balance, lots.remaining,
           owed.owed, account.debt_credits
      from support_credits.credit_accounts account
      left join entries on entries.credit_account_id = account.id
      left join lots on lots.credit_account_id = account.id
      left join owed on owed.credit_account_id = account.id
     where account.balance_credits <> coalesce(entries.total, 0)
        or account.balance_credits <> coalesce(entries.last_balance, 0)
        or account.balance_credits <> coalesce(lots.remaining, 0) - coalesce(owed.owed, 0)
        or account.debt_credits <> coalesce(owed.owed, 0)
        or account.entry_count <> coalesce(entries.entries, 0)
        or account.last_hash <> coalesce(entries.last_hash, account.last_hash)`);
  if (rows.length > 0) throw new Error(`The ledger does not add up: ${JSON.stringify(rows)}`);
  const broken = await pool.query(`
    select key from (
      select entry.key, entry.entry_hash, support_credits.hash_entry(
               lag(entry.entry_hash, 1, decode(repeat('00', 32), 'hex'))
                 over (partition by entry.credit_account_id order by entry.account_seq),
               account.billing_account_id,
               (select refunded.key from support_credits.ledger_entries refunded
                 where refunded.id = entry.refunded_entry_id),
               entry) as expected
        from support_credits.ledger_entries entry
        join support_credits.credit_accounts account on account.id = entry.credit_account_id) chained
     where entry_hash <> expected`);
  if (broken.rows.length > 0) throw new Error(`The chain is broken: ${JSON.stringify(broken.rows)}`);
}
