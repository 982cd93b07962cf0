import type { Pool } from 'pg';
import type { VerificationMemory } from '../../../use-cases/ports/verification';
import { withDatabaseErrors } from '../withDatabaseErrors';

type ProgressRow = { began_at: Date; after_id: string; account_count: string; entry_count: string };

/** How far the proof has come and how the last one ended: one row for all replicas. */
export function buildVerificationMemory(pool: Pool): VerificationMemory {
  return withDatabaseErrors<VerificationMemory>({
    async readProgress() {
      const { rows } = await pool.query<ProgressRow>(
        `select began_at, after_id, account_count, entry_count from support_credits.ledger_verification
          where began_at is not null`,
      );
      const row = rows[0];
      return (
        row && {
          beganAt: row.began_at.toISOString(),
          afterId: row.after_id,
          accountCount: Number(row.account_count),
          entryCount: Number(row.entry_count),
        }
      );
    },
    async keepProgress({ beganAt, afterId, accountCount, entryCount }) {
      await pool.query(
        `insert into support_credits.ledger_verification (began_at, after_id, account_count, entry_count)
         values ($1, $2, $3, $4)
         on conflict (is_only) do update
           set began_at = excluded.began_at, after_id = excluded.after_id,
               account_count = excluded.account_count, entry_count = excluded.entry_count`,
        [beganAt, afterId, accountCount, entryCount],
      );
    },
    async keepVerdict({ beganAt, endedAt, accountCount, entryCount, bad }) {
      await pool.query(
        `insert into support_credits.ledger_verification
           (verified_began_at, verified_at, verified_accounts, verified_entries, bad)
         values ($1, $2, $3, $4, $5)
         on conflict (is_only) do update
           set began_at = null, after_id = null, account_count = null, entry_count = null,
               verified_began_at = excluded.verified_began_at, verified_at = excluded.verified_at,
               verified_accounts = excluded.verified_accounts, verified_entries = excluded.verified_entries,
               bad = excluded.bad`,
        [beganAt, endedAt, accountCount, entryCount, bad === undefined ? null : JSON.stringify(bad)],
      );
    },
  });
}
