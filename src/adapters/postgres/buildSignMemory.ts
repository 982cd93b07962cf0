import type { Pool } from 'pg';
import type { SignMemory } from '../../use-cases/ports/bridgeSigns';
import { countJobs } from './status/countJobs';
import { readSigns } from './status/readSigns';
import { withDatabaseErrors } from './withDatabaseErrors';

/** Signs of life of all replicas, in one row (migration 0038); the newest stands. */
export function buildSignMemory(pool: Pool): SignMemory {
  const keep = async (set: string, values: string[]) => {
    await pool.query(`update support_credits.bridge_status set ${set}`, values);
  };
  return withDatabaseErrors<SignMemory>({
    noteWebhook: (at) => keep('webhook_at = greatest(webhook_at, $1)', [at]),
    noteBillingAnswer: (at) => keep('billing_answered_at = greatest(billing_answered_at, $1)', [at]),
    noteBillingFailure: (at, code) =>
      keep(
        `billing_failed_at = greatest(billing_failed_at, $1),
         billing_failure = case when billing_failed_at > $1 then billing_failure else $2 end`,
        [at, code],
      ),
    readSigns: () => readSigns(pool),
    countJobs: (now) => countJobs(pool, now),
  });
}
