import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { RememberedClient } from '../../../use-cases/ports/factsMemory';

/** Which account the e-mail was last found to belong to; undefined when it was none or is not known. */
export async function recallClient(pool: Pool, email: string): Promise<RememberedClient | undefined> {
  const { rows } = await pool.query<{ billing_account_id: string; matched_at: Date | null }>(
    'select billing_account_id, matched_at from support_credits.billing_clients where email_hash = $1',
    [hashEmail(email)],
  );
  return (
    rows[0] && {
      billingAccountId: rows[0].billing_account_id,
      matchedAt: rows[0].matched_at?.toISOString(),
    }
  );
}

/**
 * Remembers whose the e-mail is; an answer to an earlier asking never overwrites a newer one, unless that is later by
 * more than an asking takes: then a clock that ran ahead wrote it.
 */
export async function rememberClient(
  pool: Pool,
  email: string,
  billingAccountId: string,
  matchedAt: string,
): Promise<void> {
  await pool.query(
    `insert into support_credits.billing_clients (email_hash, billing_account_id, matched_at) values ($1, $2, $3)
     on conflict (email_hash) do update
       set billing_account_id = excluded.billing_account_id, matched_at = excluded.matched_at
     where billing_clients.matched_at is null or billing_clients.matched_at <= excluded.matched_at
        or billing_clients.matched_at > excluded.matched_at + interval '10 minutes'`,
    [hashEmail(email), billingAccountId, matchedAt],
  );
}

/** The e-mail is no single client in billing (any more). */
export async function forgetClient(pool: Pool, email: string): Promise<void> {
  await pool.query('delete from support_credits.billing_clients where email_hash = $1', [hashEmail(email)]);
}

/**
 * E-mails are compared without regard to case, as billing does, and kept only as a hash. The case of plain letters alone:
 * lower case makes other letters into plain ones (the Kelvin sign becomes a k), and so one person's address into another's.
 */
function hashEmail(email: string): Buffer {
  const folded = email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return createHash('sha256').update(folded).digest();
}
