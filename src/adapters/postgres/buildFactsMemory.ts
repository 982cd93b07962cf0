import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { AccountFacts } from '../../domain/accounts/accountFacts';
import type { FactsMemory } from '../../use-cases/ports/factsMemory';
import { inTransaction } from './inTransaction';
import { withDatabaseErrors } from './withDatabaseErrors';

/** What billing said last, kept in Postgres so that every replica and every restart knows it. */
export function buildFactsMemory(pool: Pool): FactsMemory {
  return withDatabaseErrors<FactsMemory>({
    rememberFacts: (email, facts) => rememberFacts(pool, email, facts),
    async forgetClient(email) {
      await pool.query('delete from support_credits.billing_clients where email_hash = $1', [
        hashEmail(email),
      ]);
    },
    async rememberFailure(email) {
      const { rows } = await pool.query<{ facts: AccountFacts }>(
        `update support_credits.billing_facts facts set is_reachable = false
           from support_credits.billing_clients client
          where client.email_hash = $1 and facts.billing_account_id = client.billing_account_id
         returning facts.facts`,
        [hashEmail(email)],
      );
      return rows[0]?.facts;
    },
    async recallFacts(billingAccountId) {
      const { rows } = await pool.query<{ facts: AccountFacts; is_reachable: boolean }>(
        'select facts, is_reachable from support_credits.billing_facts where billing_account_id = $1',
        [billingAccountId],
      );
      return rows[0] && { facts: rows[0].facts, isReachable: rows[0].is_reachable };
    },
  });
}

/** A slower reading that began earlier never overwrites a newer one. */
async function rememberFacts(pool: Pool, email: string, facts: AccountFacts): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into support_credits.billing_facts (billing_account_id, facts, read_at, is_reachable)
       values ($1, $2, $3, true)
       on conflict (billing_account_id) do update
         set facts = excluded.facts, read_at = excluded.read_at, is_reachable = true
       where billing_facts.read_at <= excluded.read_at`,
      // The list of expenses may be long; only a fresh reading needs it, as proof of earned credits.
      [facts.billingAccountId, { ...facts, expenses: [] }, facts.readAt],
    );
    await client.query(
      `insert into support_credits.billing_clients (email_hash, billing_account_id) values ($1, $2)
       on conflict (email_hash) do update set billing_account_id = excluded.billing_account_id`,
      [hashEmail(email), facts.billingAccountId],
    );
  });
}

/** E-mails are compared without regard to case, as billing does, and kept only as a hash. */
function hashEmail(email: string): Buffer {
  return createHash('sha256').update(email.trim().toLowerCase()).digest();
}
