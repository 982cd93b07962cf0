import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../domain/credits/newEntry';

/** The lot of credits that a grant entry opens. */
export async function appendGrant(
  client: PoolClient,
  accountId: string,
  entryId: string,
  grant: Extract<NewEntry, { kind: 'grant' }>,
): Promise<void> {
  await client.query(
    `insert into support_credits.grants
       (entry_id, credit_account_id, key, source, billing_item_id, amount_credits, remaining_credits, is_paid,
        effective_at, expires_at, proof)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)`,
    [
      entryId,
      accountId,
      grant.key,
      grant.source,
      grant.source === 'pack' ? grant.proof['billingItemId'] : null,
      grant.amountCredits,
      grant.isPaid,
      grant.effectiveAt,
      grant.expiresAt ?? null,
      grant.proof,
    ],
  );
}
